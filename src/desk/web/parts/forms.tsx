import { useContext, type Child } from 'hono/jsx';
import { reaches, type Role } from '../../../ledger/team/role.ts';
import type { Desk } from '../desk.ts';
import { Viewing } from '../viewer.ts';

interface PostProps {
  readonly desk: Desk;
  readonly action: string;
  /** Hidden fields. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly class?: string | undefined;
  /** Who may send it; editors without it. */
  readonly role?: Role;
  readonly children?: Child;
}

/** What only some may see: those of this role and above. */
export function For({ role, children }: { role: Role; children?: Child }) {
  return reaches(useContext(Viewing).role, role) ? <>{children}</> : null;
}

/** A form that changes something: it brings back what only the desk's own pages know. Who may not send it does not see it. */
export function Post({ desk, action, fields = {}, class: name, role = 'editor', children }: PostProps) {
  if (!reaches(useContext(Viewing).role, role)) return null;
  return (
    <form method="post" action={action} class={name}>
      <input type="hidden" name="csrf" value={desk.marks.csrf} />
      {Object.entries(fields).map(([field, value]) => (
        <input type="hidden" name={field} value={value} />
      ))}
      {children}
    </form>
  );
}

interface RowActionProps extends Omit<PostProps, 'class' | 'children'> {
  readonly label: string;
  /** What of many it is done to, for who does not see the row. */
  readonly to: string;
}

/** What may be done with one line of a list. */
export function RowAction({ label, to, ...post }: RowActionProps) {
  return (
    <Post {...post}>
      <button class="button plain" aria-label={`${label} ${to}`}>
        {label}
      </button>
    </Post>
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
