// Open SDG's classes of progress, by hand.
import { expect } from 'chai';
import { type Course, courseProgress } from '../../../../shared/plan/progress.ts';

const course = (over: Partial<Course> = {}): Course => ({
  baseline: 20,
  baselineYear: 2568,
  target: 80,
  targetYear: 2570,
  latest: { year: 2569, value: 40 },
  ...over,
});
const at = (value: number, year = 2569) => course({ latest: { year, value } });

describe('courseProgress', () => {
  it('compares the observed growth a year with the one that the target needs', () => {
    // 20 → 80 in two years needs a doubling a year
    expect(courseProgress(at(40))).to.deep.equal({ class: 'substantial', ratio: 1 });
    expect(courseProgress(at(35))).to.deep.equal({ class: 'moderate', ratio: 0.75 });
    expect(courseProgress(at(30))).to.deep.equal({ class: 'limited', ratio: 0.5 });
    expect(courseProgress(at(15))).to.deep.equal({ class: 'deterioration', ratio: -0.25 });
  });

  it('begins each class at its threshold', () => {
    expect(courseProgress(at(39)).class).to.equal('substantial');
    expect(courseProgress(at(38.98)).class).to.equal('moderate');
    expect(courseProgress(at(32)).class).to.equal('moderate');
    expect(courseProgress(at(31.98)).class).to.equal('limited');
    expect(courseProgress(at(20)).class).to.equal('limited');
  });

  it('takes growth as compound, over as many years as there were', () => {
    const four = course({ targetYear: 2572, latest: { year: 2570, value: 40 } });

    // √2 a year observed, √2 a year needed
    expect(courseProgress(four).ratio).to.be.closeTo(1, 1e-12);
  });

  it('goes towards a target that is below', () => {
    const down = (value: number) =>
      course({ baseline: 80, target: 20, latest: { year: 2569, value } });

    expect(courseProgress(down(40)).class).to.equal('substantial');
    expect(courseProgress(down(70)).class).to.equal('limited');
    expect(courseProgress(down(90)).class).to.equal('deterioration');
    expect(courseProgress(down(20)).class).to.equal('achieved');
  });

  it('has reached the target at it and beyond it, however early', () => {
    expect(courseProgress(at(80)).class).to.equal('achieved');
    expect(courseProgress(at(95)).class).to.equal('achieved');
  });

  it('says nothing without a baseline, a report, a year in between, or a way to go', () => {
    const nothing = { class: 'not-enough-data', ratio: null };

    expect(courseProgress(course({ baseline: null }))).to.deep.equal(nothing);
    expect(courseProgress(course({ latest: null }))).to.deep.equal(nothing);
    expect(courseProgress(at(40, 2568))).to.deep.equal(nothing);
    expect(courseProgress(course({ baseline: 80 }))).to.deep.equal(nothing);
    expect(courseProgress(at(-5))).to.deep.equal(nothing);
  });

  it('begins from nothing and goes down to nothing, as the method’s own program does', () => {
    expect(courseProgress(course({ baseline: 0 })).class).to.equal('substantial');
    expect(
      courseProgress(course({ baseline: 40, target: 0, latest: { year: 2569, value: 39 } })).class,
    ).to.equal('limited');
  });

  it('knows the way below zero', () => {
    const below = course({ baseline: -80, target: -20, latest: { year: 2569, value: -40 } });

    expect(courseProgress(below).class).to.equal('substantial');
    expect(courseProgress({ ...below, latest: { year: 2569, value: -90 } }).class).to.equal(
      'deterioration',
    );
  });
});
