/** The style of the page: what the system has in type, calm colours, light and dark, screen and paper. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --panel: #f5f7f9; --ink: #17212b; --muted: #53606d; --rule: #dbe1e7;
  --bar: #1d5a97; --late: #b8540f; --quiet: #93a0ad; --warn: #8a1c1c; --warn-paper: #fdf0ef;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #11171d; --panel: #19212a; --ink: #e8ecf0; --muted: #a3afbb; --rule: #33404c;
    --bar: #74aee8; --late: #eda267; --quiet: #71808e; --warn: #ffb4ab; --warn-paper: #3a1715;
  }
}
* { box-sizing: border-box; }
html { font: 100%/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
header, main, footer { max-width: 71rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.5rem; }
main { padding-bottom: 4rem; }
h1 { font-size: clamp(1.7rem, 5vw, 2.4rem); line-height: 1.15; letter-spacing: -0.015em; margin: 0; }
h2 { font-size: 1.35rem; line-height: 1.25; letter-spacing: -0.01em; margin: 0 0 1rem; }
h3 { font-size: 1rem; margin: 0 0 .5rem; }
p { margin: 0 0 1rem; max-width: 44rem; }
section { margin-top: 3.25rem; scroll-margin-top: 1rem; }
a { color: var(--bar); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--bar); outline-offset: 2px; border-radius: 2px; }
.asof { color: var(--muted); margin: .4rem 0 0; }
.skip { position: absolute; left: -100vw; top: 0; background: var(--paper); padding: .6rem 1rem; }
.skip:focus { left: 0; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; user-select: none; }
.warning { background: var(--warn-paper); color: var(--warn); border-left: 4px solid; padding: .75rem 1rem; margin: 1.25rem 0 0; max-width: none; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; margin: 2rem 0 1.25rem; padding: 0; }
.pair > div { border-top: 4px solid var(--bar); padding: .8rem 0 0; }
.pair > div + div { border-color: var(--late); }
.pair dt { font-size: .95rem; color: var(--muted); }
.pair dd { margin: 0; }
.pair .percentage { font-size: clamp(2.5rem, 10vw, 4rem); font-weight: 650; line-height: 1.1; letter-spacing: -0.03em; white-space: nowrap; }
.pair .line { font-size: clamp(.8rem, 3.5vw, 1rem); white-space: nowrap; }
.pair .published { color: var(--muted); font-size: .9rem; }
.notice { border-left: 4px solid var(--late); padding: .1rem 0 .1rem 1rem; margin: 2rem 0 0; }
.why { font-size: 1.1rem; max-width: 44rem; }
.key { list-style: none; margin: .5rem 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; font-size: .92rem; color: var(--muted); }
.key li::before { content: ""; display: inline-block; width: .8em; height: .8em; margin-right: .5em; background: var(--rule); border-radius: 2px; }
.key .portal::before { background: var(--bar); }
.key .missed::before { background: var(--late); }
nav { margin-top: 2.5rem; border-top: 1px solid var(--rule); border-bottom: 1px solid var(--rule); padding: .9rem 0; font-size: .95rem; }
nav ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; }
nav li { white-space: nowrap; }
.signs { margin: 1.5rem 0 0; padding: 0; font-size: .9rem; color: var(--muted); display: flex; flex-wrap: wrap; gap: .1rem 1.5rem; }
.signs div { display: flex; gap: .5em; }
.signs dt { font-weight: 650; color: var(--ink); }
.signs dd { margin: 0; }
figure { margin: 0 0 1.75rem; }
figcaption { color: var(--muted); font-size: .92rem; margin-bottom: .6rem; }
svg.plot { display: block; width: 100%; height: auto; }
svg.plot text { font-family: inherit; font-variant-numeric: tabular-nums; }
svg.wide { max-width: 40rem; }
svg.narrow { display: none; max-width: 22rem; }
figure.strip svg.wide { max-width: none; }
.sheets { display: grid; grid-template-columns: minmax(0, auto) minmax(0, auto); justify-content: start; gap: 2.25rem 2rem; align-items: start; }
.sheets > * { min-width: 0; }
.sheets table { font-size: .87rem; min-width: 100%; }
.sheets :is(th, td) { padding-right: .75rem; padding-left: .3rem; }
.box { position: relative; overflow-x: auto; max-width: 100%; }
table { border-collapse: collapse; font-size: .93rem; line-height: 1.35; }
th, td { padding: .34rem .9rem .34rem .35rem; text-align: right; font-weight: 400; white-space: nowrap; vertical-align: baseline; }
td, thead th { position: relative; }
th[scope=row], .words { text-align: left; }
th[scope=row] { position: sticky; left: 0; background: var(--paper); }
table tr > :first-child { padding-left: 0; }
table tr > th.part { padding-left: 1.1rem; color: var(--muted); }
td.words { color: var(--muted); }
thead th { font-weight: 600; font-size: .86rem; color: var(--muted); border-bottom: 2px solid var(--rule); vertical-align: bottom; }
thead th:first-child { position: sticky; left: 0; background: var(--paper); z-index: 1; }
tbody tr { border-bottom: 1px solid var(--rule); }
tbody tr:hover td, tbody tr:hover th { background: var(--panel); }
tbody.totals tr { border: 0; }
tbody.totals tr:first-child { border-top: 2px solid var(--rule); }
tbody.totals tr:last-child :is(th, td) { font-weight: 650; }
.mark { position: absolute; margin-left: .1em; color: var(--late); font-weight: 650; }
th button { font: inherit; color: inherit; background: none; border: 0; padding: .15rem 0; margin: 0; cursor: pointer; text-align: inherit; }
th button::after { content: "\\2195"; position: absolute; margin-left: .15em; opacity: .45; }
th[aria-sort=ascending] button::after { content: "\\2191"; opacity: 1; }
th[aria-sort=descending] button::after { content: "\\2193"; opacity: 1; }
th button:hover { text-decoration: underline; text-underline-offset: .2em; }
.note { color: var(--muted); font-size: .9rem; margin: .75rem 0 0; }
.assumptions { padding-left: 1.2rem; max-width: 44rem; color: var(--muted); font-size: .93rem; }
.assumptions li { margin-bottom: .35rem; }
@media (max-width: 72rem) {
  .sheets { grid-template-columns: minmax(0, 1fr); }
  .sheets table { font-size: .93rem; min-width: 0; }
}
@media (max-width: 44rem) {
  header { padding-top: 1.5rem; }
  section { margin-top: 2.5rem; }
  svg.wide { display: none; }
  svg.narrow { display: block; }
  .pair { gap: .5rem; }
  th[scope=row] { white-space: normal; min-width: 8rem; }
}
@media print {
  :root {
    --paper: #ffffff; --panel: #ffffff; --ink: #000000; --muted: #3d4852; --rule: #b8c0c8;
    --bar: #1d5a97; --late: #b8540f; --quiet: #93a0ad; --warn: #8a1c1c; --warn-paper: #ffffff;
  }
  @page { size: A4; margin: 16mm 14mm; }
  html { font-size: 9.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  header, main { max-width: none; padding-left: 0; padding-right: 0; }
  nav, .skip { display: none; }
  section { margin-top: 1.75rem; }
  svg.wide { display: block; }
  svg.narrow { display: none; }
  .box { overflow: visible; }
  table { font-size: 8pt; }
  th, td { padding: .16rem .55rem .16rem .2rem; }
  thead { display: table-header-group; }
  tr, figure, .pair { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  th[scope=row], thead th:first-child { position: static; }
  th button::after { content: none; }
}
`;
