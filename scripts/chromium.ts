import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

export interface View {
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
}

/** A page in a real browser, over the DevTools protocol on a pipe: no driver to install, no port to open. */
export interface Browser {
  /** Shows a page of our own making. */
  show(html: string, view: View): Promise<void>;
  /** The value of an expression in the page, or what its promise comes to. */
  evaluate(expression: string): Promise<unknown>;
  /** A PNG of the top `height` CSS pixels. */
  draw(view: View): Promise<Buffer>;
  /** What the page or its policy complained of since the last `show`. */
  complaints(): readonly string[];
  close(): Promise<void>;
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const QUIET = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--hide-scrollbars', '--remote-debugging-pipe']; // prettier-ignore

/** The path of a Chromium on this machine (`HEARSAY_CHROMIUM` names one), or null. */
export function findChromium(): string | null {
  const named = process.env.HEARSAY_CHROMIUM;
  if (named !== undefined) return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((path) => existsSync(path)) ?? null;
}

export async function openChromium(path: string): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'hearsay-chromium-'));
  const child = spawn(path, [...QUIET, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const complaints: string[] = [];
  const send = connect(child, (method, params) => {
    if (method === 'Log.entryAdded' || method === 'Runtime.exceptionThrown') complaints.push(JSON.stringify(params));
  });
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const ask = (method: string, params: object = {}): Promise<Answer> => send(method, params, String(sessionId));
  for (const domain of ['Page', 'Log', 'Runtime']) await ask(`${domain}.enable`);
  const { frameTree } = await ask('Page.getFrameTree');
  const frameId = (frameTree as { frame: { id: string } }).frame.id;
  return {
    async show(html, { width, height, scheme }) {
      complaints.length = 0;
      await ask('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 2, mobile: width < 600 });
      await ask('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
      await ask('Page.setDocumentContent', { frameId, html });
    },
    async evaluate(expression) {
      const { result } = await ask('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
      return (result as { value?: unknown }).value;
    },
    async draw({ width, height }) {
      const clip = { x: 0, y: 0, width, height, scale: 1 };
      const { data } = await ask('Page.captureScreenshot', { format: 'png', clip, captureBeyondViewport: true });
      return Buffer.from(String(data), 'base64');
    },
    complaints: () => complaints,
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await send('Browser.close').catch(() => child.kill());
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

type Answer = Readonly<Record<string, unknown>>;
type Send = (method: string, params?: object, sessionId?: string) => Promise<Answer>;
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: Answer;
  readonly error?: { readonly message: string };
}

/** Messages are JSON, each ended by a NUL, on the descriptors 3 (to the browser) and 4 (from it). */
function connect(child: ChildProcess, hear: (method: string, params: unknown) => void): Send {
  const output = child.stdio[3] as Writable;
  const input = child.stdio[4] as Readable;
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  let last = 0;
  let rest = '';
  input.setEncoding('utf8').on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\0');
    rest = messages.pop() ?? '';
    for (const text of messages) {
      const message = JSON.parse(text) as Message;
      const call = message.id === undefined ? undefined : waiting.get(message.id);
      if (message.id !== undefined) waiting.delete(message.id);
      if (message.error !== undefined) call?.reject(new Error(message.error.message));
      else call?.resolve(message.result ?? {});
      if (message.method !== undefined) hear(message.method, message.params);
    }
  });
  const fail = (): void => {
    for (const { reject } of waiting.values()) reject(new Error('Chromium ended'));
  };
  child.once('exit', fail);
  output.on('error', fail);
  return (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      output.write(
        `${JSON.stringify({ id: last, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`,
      );
    });
}
