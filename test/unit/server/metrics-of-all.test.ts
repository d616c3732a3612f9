// The metrics of several processes as one text: each metric once, each sample with its process, and nobody waited for for long.
import { expect } from 'chai';
import { type Member, MetricsGathering } from '../../../server/metrics/gathering.ts';
import { Metrics } from '../../../server/metrics/metrics.ts';
import {
  type AboutMetrics,
  type MetricsByPlace,
  mergedMetrics,
} from '../../../server/metrics/of-all-processes.ts';
import { samplesIn, valueIn } from '../../support/exposed.ts';

/** As it comes over the channel between processes. */
async function saidAfter(requests: number) {
  const metrics = new Metrics();
  const request = { method: 'GET', route: '/api/surveys', problem: undefined, isStream: false };
  for (let i = 0; i < requests; i++) metrics.countRequest({ ...request, status: 200, ms: 3 });
  metrics.gauge('facts_issues', 'x', [], (set) => set({}, requests * 10));
  return JSON.parse(JSON.stringify(await metrics.registry.getMetricsAsJSON()));
}

describe('metrics of all processes', () => {
  it('says each metric once, with a sample of each process', async () => {
    const all: MetricsByPlace = [
      [1, await saidAfter(2)],
      [2, await saidAfter(5)],
    ];

    const text = await mergedMetrics(all).metrics();
    const samples = samplesIn(text);

    expect(text.match(/^# TYPE rabfang_facts_issues gauge$/gm)).to.have.length(1);
    const of = (name: string, process: string) => valueIn(samples, `rabfang_${name}`, { process });
    expect([of('facts_issues', '1'), of('facts_issues', '2')]).to.deep.equal([20, 50]);
    expect([of('http_requests_total', '1'), of('http_requests_total', '2')]).to.deep.equal([2, 5]);
    const fast = (process: string) =>
      valueIn(samples, 'rabfang_http_request_duration_seconds_bucket', { process, le: '0.005' });
    expect([fast('1'), fast('2')]).to.deep.equal([2, 5]);
    expect(samples.filter(({ labels }) => labels.process === undefined)).to.deep.equal([]);
  });

  /** A fleet of which some answer at once. */
  function fleet(answering: readonly number[], silent: readonly number[]) {
    const heard: [number, AboutMetrics][] = [];
    const member = (place: number): Member => ({
      place,
      send: (message) => {
        heard.push([place, message]);
        if (message.kind === 'metrics-wanted' && answering.includes(place))
          gathering.hear(member(place), { kind: 'metrics-said', ask: message.ask, metrics: [] });
      },
    });
    const gathering = new MetricsGathering(() => [...answering, ...silent].map(member), 20);
    const answersTo = (place: number) =>
      heard.flatMap(([to, message]) =>
        to === place && message.kind === 'metrics-of-all' ? [message] : [],
      );
    return { gathering, member, answersTo };
  }

  it('gathers them from all for the one that was asked', () => {
    const { gathering, member, answersTo } = fleet([3, 1, 2], []);

    gathering.hear(member(2), { kind: 'metrics-wanted', ask: 'a' });
    gathering.hear(member(3), { kind: 'metrics-wanted', ask: 'b' });

    expect(answersTo(2).map(({ ask, all }) => [ask, all.map(([place]) => place)])).to.deep.equal([
      ['a', [1, 2, 3]],
    ]);
    expect(answersTo(3).map(({ ask }) => ask)).to.deep.equal(['b']);
    expect(answersTo(1)).to.deep.equal([]);
  });

  it('leaves out who does not answer in time, and hears no late answer', async () => {
    const { gathering, member, answersTo } = fleet([1], [2]);

    gathering.hear(member(1), { kind: 'metrics-wanted', ask: 'a' });
    expect(answersTo(1)).to.deep.equal([]);
    await new Promise((resolve) => setTimeout(resolve, 60));
    gathering.hear(member(2), { kind: 'metrics-said', ask: 'a', metrics: [] });

    expect(answersTo(1).map(({ all }) => all.map(([place]) => place))).to.deep.equal([[1]]);
  });
});
