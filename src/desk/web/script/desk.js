// @ts-check
// A little for the hand: keys, copying, dropping files, live progress. Every page works without it.

/** @param {string} selector @returns {HTMLElement | null} */
const find = (selector) => document.querySelector(selector);

// The token is in a cookie by now; it need not stay in the address, where it is copied and photographed.
if (location.search.includes('token=')) {
  const address = new URL(location.href);
  address.searchParams.delete('token');
  history.replaceState(null, '', address);
}

// Keys. They can be turned off (WCAG 2.1.4); the choice is kept in this browser.
const OFF = 'hearsay-keys-off';
const PLACES = {
  t: '/',
  s: '/search',
  c: '/calendar',
  o: '/sources',
  r: '/review',
  w: '/following',
  f: '/feeds',
  a: '/add',
};
let going = false;

/** @param {EventTarget | null} target */
const isTyping = (target) =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]') !== null;

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (isTyping(event.target)) {
    if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
    return;
  }
  if (event.key === '?') return showKeys(event);
  if (localStorage.getItem(OFF) !== null || document.querySelector('dialog[open]') !== null) return;
  if (going) {
    going = false;
    const place = PLACES[/** @type {keyof typeof PLACES} */ (event.key)];
    if (place !== undefined) location.assign(place);
    return;
  }
  if (event.key === 'g') {
    going = true;
    setTimeout(() => (going = false), 1500);
  } else if (event.key === 'j' || event.key === 'k') choose(event.key === 'j' ? 1 : -1);
  else {
    const field = find(`[data-focus-key="${CSS.escape(event.key)}"]`);
    const button = find(`[data-key="${CSS.escape(event.key)}"]`);
    if (field !== null) field.focus();
    else if (button !== null) button.click();
    else return;
    event.preventDefault();
  }
});

/** @param {number} step */
function choose(step) {
  const items = [...document.querySelectorAll('[data-item]')].filter(
    (one) => one instanceof HTMLElement && one.offsetParent !== null,
  );
  const now = items.findIndex((one) => one.classList.contains('chosen'));
  const next = items[now < 0 ? (step > 0 ? 0 : items.length - 1) : Math.min(items.length - 1, Math.max(0, now + step))];
  if (next === undefined) return;
  items[now]?.classList.remove('chosen');
  next.classList.add('chosen');
  next.scrollIntoView({ block: 'nearest' });
  next.querySelector('a')?.focus({ preventScroll: true });
}

/** @param {Event} event */
function showKeys(event) {
  event.preventDefault();
  let dialog = /** @type {HTMLDialogElement | null} */ (document.querySelector('dialog.keys-dialog'));
  if (dialog === null) {
    dialog = document.createElement('dialog');
    dialog.className = 'keys-dialog';
    dialog.setAttribute('aria-labelledby', 'keys-title');
    dialog.innerHTML = `<h2 id="keys-title">Keys</h2><p><kbd>/</kbd> search · <kbd>j</kbd> <kbd>k</kbd> next and before · <kbd>Enter</kbd> open</p><p><kbd>g</kbd> then <kbd>t</kbd> Today, <kbd>s</kbd> Search, <kbd>c</kbd> Calendar, <kbd>o</kbd> Sources, <kbd>r</kbd> Review, <kbd>w</kbd> Following, <kbd>f</kbd> Feeds, <kbd>a</kbd> Add</p><p><kbd>c</kbd> check a claim; then <kbd>a</kbd> accept, <kbd>x</kbd> set aside, <kbd>o</kbd> another claim, <kbd>s</kbd> skip, <kbd>u</kbd> undo</p><p>On a report: <kbd>n</kbd> add who says something that was missed; with words selected <kbd>1</kbd> source, <kbd>2</kbd> cue, <kbd>3</kbd> content, <kbd>4</kbd> keep</p><p><label><input type="checkbox"> Keys are on</label></p><form method="dialog"><button class="button">Close</button></form>`;
    document.body.append(dialog);
    const box = dialog.querySelector('input');
    if (box !== null) {
      box.checked = localStorage.getItem(OFF) === null;
      box.addEventListener('change', () =>
        box.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, 'yes'),
      );
    }
  }
  dialog.showModal();
}

for (const button of document.querySelectorAll('[data-keys-help]')) {
  if (!(button instanceof HTMLElement)) continue;
  button.hidden = false;
  button.addEventListener('click', showKeys);
}

// Copying a sentence.
for (const button of document.querySelectorAll('[data-copy]')) {
  if (!(button instanceof HTMLElement) || navigator.clipboard === undefined) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const words = find(button.dataset.copy ?? '')?.textContent ?? '';
    const before = button.textContent;
    try {
      await navigator.clipboard.writeText(words.trim());
      button.textContent = 'Copied';
    } catch {
      button.textContent = 'The browser did not allow it';
    }
    setTimeout(() => (button.textContent = before), 2000);
  });
}

// Dropping files anywhere on the form.
const drop = find('[data-drop]');
const input = /** @type {HTMLInputElement | null} */ (drop?.querySelector('input[type=file]') ?? null);
if (drop !== null && input !== null) {
  const said = drop.querySelector('[data-drop-said]');
  const tell = () => {
    const names = [...(input.files ?? [])].map(({ name }) => name);
    if (said !== null && names.length > 0)
      said.textContent = names.slice(0, 12).join(', ') + (names.length > 12 ? ` and ${names.length - 12} more` : '');
    ask();
  };
  // A text says neither outlet nor day: both are asked for before the files go, for a form that comes back has lost them.
  const ask = () => {
    const form = input.form;
    const isKnown = form?.querySelector('[name=unknown]:checked') === null;
    const isText = [...(input.files ?? [])].some(({ name }) => /\.(?:txt|text|md|markdown)$/i.test(name));
    for (const field of form?.querySelectorAll('[name=outlet], [name=published]') ?? [])
      if (field instanceof HTMLInputElement) field.required = isText && isKnown;
  };
  input.form?.querySelector('[name=unknown]')?.addEventListener('change', ask);
  input.addEventListener('change', tell);
  for (const name of ['dragenter', 'dragover'])
    document.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add('over');
    });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) drop.classList.remove('over');
  });
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    if (event.dataTransfer === null || event.dataTransfer.files.length === 0) return;
    input.files = event.dataTransfer.files;
    tell();
  });
}

// Progress, as it goes on. The server sends parts of the page, made as the page itself is.
const live = find('[data-events]');
if (live !== null) {
  const events = new EventSource(live.dataset.events ?? '');
  const show = (/** @type {MessageEvent<string>} */ event) => (live.innerHTML = event.data);
  events.addEventListener('progress', show);
  events.addEventListener('end', (event) => {
    show(event);
    events.close();
  });
}
