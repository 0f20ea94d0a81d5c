import type { Child } from 'hono/jsx';
import type { Desk } from '../desk.ts';

interface PostProps {
  readonly desk: Desk;
  readonly action: string;
  /** Hidden fields. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly class?: string;
  readonly children?: Child;
}

/** A form that changes something: it brings back what only the desk's own pages know. */
export function Post({ desk, action, fields = {}, class: name, children }: PostProps) {
  return (
    <form method="post" action={action} class={name}>
      <input type="hidden" name="csrf" value={desk.csrf} />
      {Object.entries(fields).map(([field, value]) => (
        <input type="hidden" name={field} value={value} />
      ))}
      {children}
    </form>
  );
}

/** Takes back what was just done. */
export function Undo({ desk, correction, back }: { desk: Desk; correction: string; back: string }) {
  return (
    <div class="notice done" role="status">
      <p>Kept. The counts are made afresh.</p>
      <Post desk={desk} action="/decide" fields={{ kind: 'undo', correction, back }}>
        <button class="plain" data-key="u">
          Undo
        </button>
      </Post>
    </div>
  );
}
