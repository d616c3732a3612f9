// How late the event loop comes, as Prometheus is told.
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { watchEventLoop } from '../../../server/metrics/event-loop.ts';
import { Metrics } from '../../../server/metrics/metrics.ts';
import { samplesIn, valueIn } from '../../support/exposed.ts';

describe('the event loop in the metrics', () => {
  it('is late by as much as something stopped it, and was busy for so long', async () => {
    const metrics = new Metrics();
    const stopping = new AbortController();
    watchEventLoop(metrics, stopping.signal);
    const read = async (name: string, labels = {}) =>
      valueIn(samplesIn(await metrics.registry.metrics()), `rabfang_event_loop_${name}`, labels);
    await wait(100);

    const until = performance.now() + 400;
    while (performance.now() < until);
    await wait(100);

    expect(await read('delay_seconds', { quantile: '1' })).to.be.within(0.35, 5);
    expect(await read('delay_seconds', { quantile: '0.5' })).to.be.below(0.35);
    expect(await read('utilisation')).to.be.within(0.3, 1);
    stopping.abort();
  });
});
