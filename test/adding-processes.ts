import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOT } from './run-cli.ts';

function startAdding(place: string, count: number, from = 0, step = 1): ChildProcess {
  const words = ['--import', 'tsx', 'test/add-invented.ts', place, String(count), String(from), String(step)];
  return spawn(process.execPath, words, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
}

/**
 * Adds in a process of its own and kills it (SIGKILL) some ms after so many reports were acknowledged.
 * @returns the reports that it had acknowledged
 */
export async function killWhileAdding(place: string, count: number, after: number, ms: number): Promise<number[]> {
  const child = startAdding(place, count);
  const told: string[] = [];
  const enough = new Promise<void>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      told.push(chunk.toString());
      if (told.join('').split('\n').length > after) resolve();
    });
    child.once('exit', () => {
      resolve();
    });
  });
  const ended = once(child, 'close');
  await enough;
  await wait(ms);
  child.kill('SIGKILL');
  await ended;
  return told.join('').split('\n').slice(0, -1).map(Number);
}

/** Several processes that add the same reports at once, each in an order of its own. @returns their exit codes */
export async function addAtOnce(place: string, count: number, processes: number): Promise<unknown[]> {
  const steps = [1, 7, 11, 13];
  const children = Array.from({ length: processes }, (_, i) =>
    startAdding(place, count, i * 5, steps[i % steps.length] ?? 1),
  );
  return Promise.all(children.map(async (child) => (await once(child, 'exit'))[0] as unknown));
}
