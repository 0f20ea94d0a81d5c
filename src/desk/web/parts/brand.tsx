/** The name of the desk with its sign. */
export function Brand() {
  return (
    <a class="brand" href="/">
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <path d="M9 22c0-7 2-11 6-13M18 22c0-7 2-11 6-13" />
        <circle cx="10.5" cy="21" r="3" />
        <circle cx="19.5" cy="21" r="3" />
      </svg>
      Hearsay
    </a>
  );
}
