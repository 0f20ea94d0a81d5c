import { describe, expect, it } from 'vitest';
import { HearsayError } from '../../base/error.ts';
import { Streams } from './streams.ts';

describe('open streams', () => {
  it('are at most 50 of one person, and one that is closed makes room once', () => {
    const streams = new Streams();
    const close = Array.from({ length: 50 }, () => streams.open('ada'));
    expect(() => streams.open('ada')).toThrow(HearsayError);
    streams.open('bo');
    close[0]?.();
    close[0]?.();
    streams.open('ada');
    expect(() => streams.open('ada')).toThrow('50 of yours are open');
  });

  it('are at most 1,000 of all', () => {
    const streams = new Streams();
    for (let i = 0; i < 1000; i++) streams.open(`person ${String(i)}`);
    expect(() => streams.open('another')).toThrow('the desk has no more to give');
  });
});
