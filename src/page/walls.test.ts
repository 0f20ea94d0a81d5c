import { describe, expect, it } from 'vitest';
import { HearsayError } from '../base/error.ts';
import { extractArticle } from './extract-article.ts';

const P =
  'The council of Port Ellery voted on Tuesday to suspend the night ferry, saying that its two oldest boats were no longer safe to sail. ';
const makePage = (t: string, b: string, h = '') =>
  `<!DOCTYPE html><html lang="en"><head><title>${t}</title>${h}</head><body>${b}</body></html>`;
const makeStory = (n: number) =>
  `<article><h1>Ferry row</h1>${Array.from({ length: n }, (_, i) => `<p>${P}${i}.</p>`).join('')}`;
const CASES: readonly (readonly [name: string, code: string | null, html: string])[] = [
  [
    'a site that blocks the reader',
    'page.browser-check',
    makePage(
      'Attention Required! | Cloudflare',
      '<h1>Sorry, you have been blocked</h1><p>You are unable to access harbour.example. Why have I been blocked? This website is using a security service to protect itself from online attacks, and the action you performed triggered it.</p>',
    ),
  ],
  [
    'a page that asks for a script',
    'page.browser-check',
    makePage('harbour.example', '<p>Please enable JS and disable any ad blocker</p>'),
  ],
  [
    'a page that denies access',
    'page.browser-check',
    makePage(
      'Access Denied',
      '<h1>Access Denied</h1><p>You don\'t have permission to access "http://harbour.example/" on this server. Reference #18.2f.</p>',
    ),
  ],
  [
    'a button to press and hold',
    'page.browser-check',
    makePage(
      'Access to this page has been denied',
      '<p>Press & Hold to confirm you are a human (and not a bot). Reference ID 123</p>',
    ),
  ],
  [
    'a question about robots',
    'page.browser-check',
    makePage(
      'Bloomberg - Are you a robot?',
      "<h1>We've detected unusual activity from your computer network</h1><p>To continue, please click the box below to let us know you're not a robot.</p>",
    ),
  ],
  [
    'a consent page with its usual title',
    'page.consent-wall',
    makePage(
      'Before you continue to Search',
      '<h1>Before you continue</h1><p>We use cookies and data to deliver and maintain services, track outages and protect against spam. If you choose to Accept all, we will also use cookies and data to develop new services and show personalised ads.</p><button>Reject all</button>',
    ),
  ],
  [
    'a consent page with another title',
    'page.consent-wall',
    makePage(
      'Yahoo is part of the family of brands',
      '<h1>Your privacy is our concern</h1><p>When you use our sites and apps, we use cookies to provide our services. If you click Accept all, we and our partners, including 241 who are part of the IAB framework, will also store and/or access information on a device (in other words, use cookies) and use precise geolocation data and other personal data for personalised advertising and content.</p><p>If you do not want us and our partners to use cookies and personal data for these additional purposes, click Reject all.</p>',
    ),
  ],
  [
    'a German page that asks to agree or to pay',
    'page.consent-wall',
    makePage(
      'Hafenpost mit Werbung',
      '<h1>Weiter mit Werbung oder Pur-Abo</h1><p>Besuchen Sie uns wie gewohnt mit Werbung und Tracking. Mit Ihrer Zustimmung verarbeiten wir und unsere Partner Cookies und personenbezogene Daten. Details finden Sie in der Datenschutzerklärung und im Privacy Center, wo Sie Ihre Einwilligung widerrufen können.</p><button>Akzeptieren</button>',
    ),
  ],
  [
    'a log-in that asks for an address only',
    'page.login',
    makePage(
      'Sign in | Harbour Post',
      '<main><h1>Sign in to your account</h1><p>Enter your e-mail address and we will send you a link, which is good for one hour.</p><input type="email"></main>',
    ),
  ],
  [
    'a log-in that is not called so',
    'page.login',
    makePage(
      'Harbour Post',
      '<main><h1>Welcome back</h1><form><label>Email</label><input><label>Password</label><input type="password"><button>Log in</button></form><p>Forgot your password?</p></main>',
    ),
  ],
  [
    'a long teaser and an offer below it',
    'page.paywall',
    makePage(
      'Ferry row',
      makeStory(6) +
        '<div><p>To continue reading this article, subscribe to the Harbour Post for one crown a week.</p></div></article>',
    ),
  ],
  [
    'a German teaser',
    'page.paywall',
    makePage('Fährstreit', makeStory(4) + '<div class="x"><p>Jetzt weiterlesen mit H+</p></div></article>'),
  ],
  [
    'a teaser that breaks off',
    'page.paywall',
    makePage(
      'Ferry row',
      makeStory(2) +
        '<p>And then the captain said that the only way out of it was…</p><p>Already a subscriber? Log in</p></article>',
    ),
  ],
  [
    'a teaser and a count of free articles',
    'page.paywall',
    makePage(
      'Ferry row',
      makeStory(3) + '<p>You have reached your limit of free articles. Subscribe to read on.</p></article>',
    ),
  ],
  [
    'a whole story above a promotion',
    null,
    makePage(
      'Ferry row',
      makeStory(30) + '</article><footer>Subscribe to continue supporting us. Already a subscriber?</footer>',
    ),
  ],
  [
    'a short story below a log-in link',
    null,
    makePage('Ferry row', '<div class="top">Already a subscriber? Log in</div>' + makeStory(4) + '</article>'),
  ],
  [
    'a report about cookies',
    null,
    makePage(
      'Regulator fines baker over cookies',
      '<article>' +
        Array.from(
          { length: 8 },
          (_, i) =>
            `<p>The regulator said on Tuesday that the firm had stored cookies without consent for ${i} years, and that its partners knew of the tracking all along.</p>`,
        ).join('') +
        '</article>',
      '<meta property="og:type" content="article">',
    ),
  ],
];

function findCode(html: string): string | null {
  try {
    extractArticle({
      input: 'page.html',
      kind: 'html',
      bytes: new TextEncoder().encode(html),
      charset: null,
      given: {},
    });
    return null;
  } catch (error) {
    return error instanceof HearsayError ? error.code : String(error);
  }
}

describe('a wall is named as such, and a story is no wall', () => {
  it.each(CASES)('%s: %s', (_name, code, html) => {
    expect(findCode(html)).toBe(code);
  });

  it('says which saved forms work', () => {
    const html = makePage('Just a moment...', '<p>Checking your browser</p>');
    expect(() =>
      extractArticle({
        input: 'a.html',
        kind: 'html',
        bytes: new TextEncoder().encode(html),
        charset: null,
        given: {},
      }),
    ).toThrow(
      expect.objectContaining({
        what: expect.stringContaining('a.html') as string,
        fix: expect.stringMatching(/SingleFile or MHTML/u) as string,
      }),
    );
  });
});
