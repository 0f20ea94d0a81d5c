/** Who speaks, as bars, with the figures beside them: a list that needs no table. */
export function AuditBars({ rows }: { rows: readonly { readonly label: string; readonly size: number }[] }) {
  const shown = rows.filter(({ size }) => size > 0);
  const most = Math.max(1, ...shown.map(({ size }) => size));
  if (shown.length === 0) return null;
  return (
    <dl class="bars">
      {shown.map(({ label, size }) => (
        <div>
          <dt>{label}</dt>
          <dd>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect class={label.replaceAll(' ', '-')} width={Math.max(1.5, (100 * size) / most)} height={8} />
            </svg>
            {String(size)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
