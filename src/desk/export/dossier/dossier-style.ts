/**
 * The look of `format/html-style.ts` for a document that is read, sent and printed. Checked and unchecked differ in the
 * line's form and in words, not in colour alone.
 */
export const DOSSIER_STYLE = `
:root{color-scheme:light dark;--paper:#fdfcf9;--ink:#1d1c1a;--faint:#66625b;--rule:#dcd7cd;--card:#f6f3ec;--mark:#f5e9bf;
--link:#0b5c74;--yes:#1c6b3c;--no:#8a4b08;--alert:#9b2c1f}
@media (prefers-color-scheme:dark){:root{--paper:#171614;--ink:#ece8e1;--faint:#a49e93;--rule:#37342f;--card:#201e1b;--mark:#4a4019;
--link:#8fd3e6;--yes:#7fcf9d;--no:#f0b878;--alert:#f29b8e}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.65 "Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua","Noto Serif","DejaVu Serif",Georgia,serif;overflow-wrap:anywhere}
main{max-width:62rem;margin:0 auto;padding:clamp(1.25rem,4vw,4rem) clamp(1.1rem,4vw,2.5rem)}
a{color:var(--link);text-underline-offset:.15em;text-decoration-thickness:1px}
a:focus-visible{outline:2px solid var(--link);outline-offset:2px}
p,dl,dd,ol,ul,blockquote,table{margin:0;padding:0}
ol,ul{list-style:none}
.kicker,.made,.facts,.count,.figures,.findings,.origins,.hint,.why,.who,.chain,.tags,.origin,.copy,.copies,.words,.instrument,.unread,.contents,footer,.part>h2,.part>h3,.annex h2,.leaves{font-family:system-ui,-apple-system,"Segoe UI","Noto Sans","DejaVu Sans",sans-serif}
.cover{border-top:4px solid var(--ink);padding-top:1rem;margin-bottom:2rem}
.kicker{font-size:.75rem;font-weight:700;letter-spacing:.09em;text-transform:uppercase}
.kicker span{font-weight:400;color:var(--faint);margin-left:.6em}
.made{margin-top:.4rem;font-size:.8125rem;line-height:1.6;color:var(--faint)}
h1,.claim-text{margin:0;font-size:clamp(1.5rem,1.1rem + 1.9vw,2.25rem);line-height:1.28;font-weight:600;text-wrap:balance}
.cover h1{margin:.9rem 0 .2rem}
h2.claim-text{font-size:clamp(1.35rem,1.1rem + 1.2vw,1.75rem)}
.contents{margin-bottom:3rem}
.contents ol{counter-reset:claim}
.contents li{counter-increment:claim;position:relative;padding:.55rem 0 .55rem 2.4rem;border-top:1px solid var(--rule);font-size:.9375rem;line-height:1.45}
.contents li::before{content:counter(claim);position:absolute;left:0;color:var(--faint);font-variant-numeric:tabular-nums}
.contents a{color:inherit;text-decoration:none}
.contents a:hover{text-decoration:underline}
.contents .facts,.copies .facts,.findings .facts{display:block;font-size:.8125rem;color:var(--faint)}
.claim{margin-bottom:4rem}
.claim+.claim{border-top:4px solid var(--ink);padding-top:1.5rem}
.count{font-size:.75rem;letter-spacing:.06em;text-transform:uppercase;color:var(--faint);margin-bottom:.5rem}
.lead{margin-top:1.1rem;font-size:1.1875rem;line-height:1.6;max-width:44rem}
.figures{display:grid;grid-template-columns:repeat(6,auto);justify-content:space-between;gap:.5rem 1.5rem;margin:1.75rem 0 1.25rem;padding:1rem 0;border-block:1px solid var(--rule)}
.figures div{display:flex;flex-direction:column-reverse;justify-content:flex-end}
.figures dt{font-size:.75rem;line-height:1.35;color:var(--faint)}
.figures dd{font-size:1.625rem;line-height:1.2;font-weight:600;font-variant-numeric:tabular-nums;letter-spacing:-.01em;white-space:nowrap}
.findings li{padding:.5rem .85rem;margin-bottom:.5rem;background:var(--card);border-left:3px solid var(--link);font-size:.875rem;line-height:1.5}
.findings .alert{border-color:var(--alert)}
.findings .facts{display:inline}
.part{margin-top:2.25rem}
main .part>h2,.part>h3,.annex h2{margin:0 0 .6rem;font-size:.8125rem;line-height:1.4;font-weight:700;letter-spacing:.06em;text-transform:uppercase}
.hint{font-size:.8125rem;line-height:1.55;color:var(--faint);max-width:44rem}
.origins{width:100%;border-collapse:collapse;font-size:.875rem;line-height:1.45}
.origins thead th{font-size:.75rem;font-weight:400;color:var(--faint);border-bottom:1px solid var(--ink)}
.origins th,.origins td{text-align:left;vertical-align:top;padding:.45rem .8rem .45rem 0;border-bottom:1px solid var(--rule)}
.origins tbody th{font-weight:600}
.origins td:nth-child(2){white-space:nowrap;color:var(--faint)}
.origins .silent th{font-weight:400;font-style:italic;color:var(--faint)}
.origins+.hint{margin-top:.75rem}
.refs,.refs a{font-variant-numeric:tabular-nums}
.refs a{display:inline-block;min-width:1.1em;padding:0 .12em}
.why{margin-top:.2rem;font-size:.8125rem;line-height:1.55;color:var(--faint)}
.why li{padding-left:1em;text-indent:-1em}
.why li::before{content:"–\\00a0"}
.statements{margin-top:1rem;display:grid;gap:1.75rem}
.statement{padding-left:1.1rem;border-left:4px solid var(--yes);break-inside:avoid;scroll-margin:1rem}
.statement.unchecked{border-left:4px dashed var(--rule)}
.statement:target{background:var(--card)}
.who{font-size:.875rem;line-height:1.5}
.number{display:inline-block;min-width:1.4em;color:var(--faint);font-variant-numeric:tabular-nums}
.when{color:var(--faint)}
.check{display:inline-block;margin-left:.35em;font-size:.75rem;line-height:1.5;padding:0 .5em;border:1px solid;border-radius:1em}
.check.yes{color:var(--yes);font-weight:600}
.check.no{color:var(--no);border-style:dashed}
.body{margin-top:.35rem}
blockquote{margin:0 0 .5rem;line-height:1.6}
.around{color:var(--faint)}
mark{background:var(--mark);color:inherit;-webkit-box-decoration-break:clone;box-decoration-break:clone;padding:.08em .1em}
.chain,.leaves{font-size:.8125rem;line-height:1.5}
.chain .link:last-child{font-weight:600}
.from{color:var(--faint)}
.tags{display:flex;flex-wrap:wrap;font-size:.8125rem;line-height:1.5;color:var(--faint)}
.tags li+li::before{content:"·";margin:0 .45rem}
.origin,.copy{font-size:.75rem;line-height:1.55;color:var(--faint)}
.origin{margin-top:.15rem}
.origin .title{color:var(--ink)}
.origin a{display:block}
.copy .hash{white-space:nowrap}
.hash{font-family:ui-monospace,"SFMono-Regular","DejaVu Sans Mono",Menlo,Consolas,monospace;font-size:.6875rem}
.hash span{display:inline-block;min-width:3.2em;color:var(--faint)}
.unread li{padding:.4rem 0;border-top:1px solid var(--rule);font-size:.875rem;line-height:1.5}
.unread .refs,.address{color:var(--faint);font-size:.8125rem}
.annex{margin-top:3rem;padding-top:1.25rem;border-top:1px solid var(--ink)}
.copies{margin-top:1rem;display:grid;gap:1rem}
.copies li{position:relative;padding-left:2.4rem;font-size:.8125rem;line-height:1.5;break-inside:avoid;scroll-margin:1rem}
.copies li::before{content:attr(value);position:absolute;left:0;color:var(--faint);font-variant-numeric:tabular-nums}
.copies .title{font-weight:600;font-size:.875rem}
.copies li:target{background:var(--card)}
.words,.instrument{display:grid;grid-template-columns:minmax(8rem,13rem) 1fr;gap:.45rem 1.25rem;font-size:.8125rem;line-height:1.5}
.words dt,.instrument dt{font-weight:600}
.words dd,.instrument dd{color:var(--faint)}
footer{margin-top:3rem;font-size:.75rem;color:var(--faint)}
@media (min-width:48rem){.body{display:grid;grid-template-columns:minmax(0,1fr) 19rem;gap:0 2.25rem;align-items:start}.body .leaves{grid-column:1;grid-row:2}.body .facts{grid-column:2;grid-row:1/span 3}}
@media (max-width:40rem){.figures{grid-template-columns:repeat(3,1fr)}.words,.instrument{grid-template-columns:1fr;gap:0}.words dd,.instrument dd{margin-bottom:.6rem}
.origins thead{display:none}.origins tr{display:block;padding:.5rem 0;border-bottom:1px solid var(--rule)}.origins th,.origins td{display:block;border:0;padding:0}
.origins td:not(:empty)::before{content:attr(data-name) " ";color:var(--faint)}.origins td:empty{display:none}}
@media print{html{font-size:82%}:root{color-scheme:light;--paper:#fff;--ink:#000;--faint:#444;--rule:#bbb;--card:#f4f4f4;--mark:#eee4bd;--link:#000;--yes:#000;--no:#000;--alert:#000}
@page{margin:18mm 16mm}.body{display:grid;grid-template-columns:minmax(0,1fr) 38%;gap:0 6mm;align-items:start}.body .facts{grid-column:2;grid-row:1/span 3}.statements{gap:1.1rem}.origin a{color:#444}body{font-size:10pt;line-height:1.5}main{padding:0;max-width:none}.lead{font-size:11.5pt}.claim+.claim{break-before:page}
.findings li,.figures,.copies li{break-inside:avoid}h2,h3{break-after:avoid}mark{text-decoration:underline;text-decoration-color:#999;-webkit-print-color-adjust:exact;print-color-adjust:exact}a{text-decoration:none}}
`;
