import { raw } from 'hono/html';
import type { Follow } from '../../../ledger/following/follows.ts';
import type { Desk } from '../desk.ts';
import { Post } from './forms.tsx';

interface FollowProps {
  readonly desk: Desk;
  readonly kind: Follow['kind'];
  readonly target: string;
  /** Under what it may be followed as well: the ids of a claim's appearances. */
  readonly others?: readonly string[];
  readonly label: string;
  readonly title: string;
  /** The page that one comes back to. */
  readonly back: string;
  readonly class?: string;
}

/** A button that follows something or, where the viewer follows it, says so and leaves it: which one is chosen as the page is sent. */
export function FollowButton({ desk, kind, target, others = [], label, title, back, class: name }: FollowProps) {
  const { follow, followed } = desk.marks;
  return (
    <>
      {raw(`${follow}${[kind, target, ...others].join(' ')}${follow}`)}
      <Post desk={desk} action="/following" fields={{ kind, target, back }} class={name} role="reader">
        <button class="button" title={title}>
          {label}
        </button>
      </Post>
      {raw(follow)}
      <Post desk={desk} action="/following/remove" fields={{ id: followed, back }} class={name} role="reader">
        <button class="button following" title="You follow it. Press to leave it.">
          Following <span class="leave">· leave</span>
        </button>
      </Post>
      {raw(follow)}
    </>
  );
}
