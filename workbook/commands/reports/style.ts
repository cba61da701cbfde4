/** The look of the page, on a light or dark screen and on paper. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --text: #1b1f24;
  --soft: #57606a;
  --line: #d0d7de;
  --good: #116329;
  --bad: #a40e26;
  --page: #fff;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --text: #e6edf3;
    --soft: #9da7b3;
    --line: #3d444d;
    --good: #56d364;
    --bad: #ff8f86;
    --page: #0d1117;
  }
}
body {
  max-width: 64rem;
  margin: 0 auto;
  padding: 1.5rem;
  background: var(--page);
  color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif;
  overflow-wrap: anywhere;
}
h1, h2 { line-height: 1.2; }
dl div { display: flex; flex-wrap: wrap; gap: 0 .5rem; }
dt { font-weight: 600; min-width: 6.5rem; }
dd { margin: 0; }
[role=region] { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
caption { padding: .5rem 0; text-align: left; font-weight: 600; }
th, td { padding: .4rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { vertical-align: bottom; font-size: .875rem; }
tbody th { min-width: 11rem; font-weight: 400; }
tfoot { font-weight: 600; }
td { white-space: nowrap; }
li { margin-bottom: .75rem; }
li p { margin: 0; }
code { font-family: ui-monospace, monospace; }
footer, main > p { color: var(--soft); font-size: .875rem; }
.passed { color: var(--good); }
.failed, .broken { color: var(--bad); }
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  [role=region] { overflow: visible; }
  td { white-space: normal; }
  tbody th { min-width: 0; }
  tr, li { break-inside: avoid; }
  h2 { break-after: avoid; }
}
`
