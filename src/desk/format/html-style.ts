/**
 * The style of the page. Source, cue and content differ in shape as well as in colour (a box, slanted letters over dots,
 * a line below that doubles with depth), so that print, greyscale and every kind of colour vision can tell them apart.
 */
export const HTML_STYLE = `
:root{color-scheme:light dark;--paper:#fdfcf9;--ink:#1d1c1a;--faint:#66625b;--rule:#dcd7cd;--card:#f6f3ec;
--source:#0b5c74;--source-bg:#e0f0f4;--cue:#8a4b08;--content:#6a4aa0;--content-bg:#f3eefb;--deep-bg:#e6dcf7;--target:#fff3c4}
@media (prefers-color-scheme:dark){:root{--paper:#171614;--ink:#ece8e1;--faint:#a49e93;--rule:#37342f;--card:#201e1b;
--source:#8fd3e6;--source-bg:#12323b;--cue:#f0b878;--content:#b79ce8;--content-bg:#261f36;--deep-bg:#372a52;--target:#40381a}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.75 "Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua","Noto Serif","DejaVu Serif",Georgia,serif;overflow-wrap:anywhere}
main{max-width:76rem;margin:0 auto;padding:clamp(1.25rem,4vw,4rem) clamp(1.1rem,4vw,3rem)}
a{color:var(--source);text-underline-offset:.15em}
a:focus-visible{outline:2px solid var(--source);outline-offset:2px}
.report+.report{margin-top:5rem;padding-top:4rem;border-top:3px double var(--rule)}
header{max-width:46rem}
.kicker,.origin,.legend,.told,.notes,footer{font-family:system-ui,-apple-system,"Segoe UI","Noto Sans","DejaVu Sans",sans-serif}
.kicker{margin:0 0 .75rem;font-size:.75rem;letter-spacing:.09em;text-transform:uppercase;color:var(--faint)}
h1{margin:0 0 .75rem;font-size:clamp(1.6rem,1.1rem + 2vw,2.5rem);line-height:1.3;font-weight:600;text-wrap:balance}
.origin{margin:0;font-size:.875rem;line-height:1.6;color:var(--faint)}
.summary{margin:1.25rem 0 .9rem;font-size:1.125rem;font-style:italic}
.audit{display:block;width:100%;max-width:20rem;height:auto;margin:0 0 1rem;font:12px system-ui,-apple-system,"Segoe UI","Noto Sans","DejaVu Sans",sans-serif}
.audit text{fill:var(--ink);font-variant-numeric:tabular-nums}
.audit .label{fill:var(--faint);text-anchor:end}
.audit rect{fill:var(--source)}
.audit .unnamed{fill:var(--cue)}
.audit .people-at-large{fill:var(--card);stroke:var(--cue);stroke-width:1.5}
.audit .not-traced{fill:var(--card);stroke:var(--faint);stroke-width:1.5;stroke-dasharray:3 2}
.legend{margin:0;font-size:.8125rem;display:flex;flex-wrap:wrap;gap:.4rem 1.1rem;align-items:baseline}
.columns{display:grid;grid-template-columns:minmax(0,1fr);gap:2.5rem;margin-top:2.25rem}
.story{max-width:38rem}
.story p{margin:0 0 1.15em;hanging-punctuation:first last}
mark{background:none;color:inherit}
mark,.legend span{-webkit-box-decoration-break:clone;box-decoration-break:clone}
.source{border:1px solid var(--source);border-radius:.28em;background:var(--source-bg);padding:0 .2em;color:var(--source);font-weight:600}
.cue{font-style:italic;color:var(--cue);border-bottom:2px dotted var(--cue)}
.content{background:var(--content-bg) content-box;border-bottom:2px solid var(--content);padding-bottom:.04em}
.content.d2{background-color:var(--deep-bg);padding-bottom:.2em}
.content.d3{padding-bottom:.36em}
.content.d4{padding-bottom:.52em}
sup{font:600 .62em/0 system-ui,-apple-system,"Segoe UI","Noto Sans","DejaVu Sans",sans-serif;vertical-align:super;font-style:normal;margin-inline:.08em}
sup a{text-decoration:none;color:var(--faint);padding:.3em .15em}
h2{margin:0 0 .9rem;font:600 .8125rem/1.4 system-ui,-apple-system,"Segoe UI","Noto Sans","DejaVu Sans",sans-serif;letter-spacing:.07em;text-transform:uppercase;color:var(--faint)}
.told ol{list-style:none;margin:0;padding:0}
.told li{position:relative;padding:.8rem 0 .8rem 2.1rem;border-top:1px solid var(--rule);font-size:.875rem;line-height:1.5;scroll-margin:1rem}
.told li::before{content:attr(value);position:absolute;left:0;top:.85rem;min-width:1.5rem;color:var(--faint);font-variant-numeric:tabular-nums;font-weight:600;font-size:.8125rem}
.told li:target,:target>a,sup a:target{background:var(--target)}
.told p{margin:0}
.chain .link:last-child{font-weight:600}
.from{color:var(--faint)}
.what{margin-top:.2rem!important;color:var(--faint);display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden}
.turns{margin-top:.35rem!important;display:flex;flex-wrap:wrap;gap:.3rem .5rem;align-items:baseline;font-size:.75rem}
.turn{border:1px solid var(--rule);border-radius:1em;padding:0 .6em;background:var(--card);color:var(--ink);text-decoration:none}
a.turn:hover{border-color:var(--source)}
.sure{color:var(--faint);font-variant-numeric:tabular-nums}
.back{margin-left:auto;text-decoration:none;padding:0 .4em}
.none{color:var(--faint);font-size:.875rem}
.notes{margin-top:3rem;padding-top:1.5rem;border-top:1px solid var(--rule);font-size:.8125rem;line-height:1.6;color:var(--faint)}
.notes ul{margin:0;padding:0;list-style:none;display:grid;gap:.3rem}
.notes code{font-size:.9em;color:var(--ink)}
footer{margin-top:3.5rem;font-size:.75rem;color:var(--faint)}
@media (min-width:62rem){.columns{grid-template-columns:minmax(0,38rem) minmax(19rem,1fr);gap:clamp(3rem,6vw,6rem)}}
@media print{:root{--paper:#fff;--ink:#000;--faint:#444;--rule:#bbb;--card:#fff}body{font-size:10.5pt;line-height:1.6}main{padding:0;max-width:none}
.columns{display:block}.told{margin-top:1.5rem}.told li,.story p{break-inside:avoid}.back{display:none}.what{display:block}mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}a{color:inherit}}
`;
