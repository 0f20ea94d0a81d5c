import type { Child } from 'hono/jsx';

/** A field under its label. */
export function Field({ label, children }: { label: Child; children?: Child }) {
  return (
    <label>
      <span>{label}</span>
      {children}
    </label>
  );
}
