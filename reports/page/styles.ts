/** Columns of a table that can have their own alignment, and their head before each cell where rows stack; a table has these as --a1, --h1 and so on. */
export const STYLED_COLUMNS = 60;

const COLUMNS = Array.from(
  { length: STYLED_COLUMNS },
  (_, i) => `tr>:nth-child(${i + 1}){--h:var(--h${i + 1});text-align:var(--a${i + 1},left)}`,
).join('\n');

/** Arial, dark blue on white; readable at 390 px, on paper and without colour. */
export const STYLES = `
*{box-sizing:border-box}
html{font:16px/1.5 Arial,Helvetica,sans-serif;color:#212b32;background:#f0f4f5;-webkit-text-size-adjust:100%}
body{margin:0}
a{color:#005eb8}
:focus-visible{outline:3px solid #212b32;outline-offset:2px;box-shadow:0 0 0 3px #ffeb3b}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:#fff;padding:8px;z-index:9}
header{background:#12436d;color:#fff;padding:28px 0 24px}
header .kind{margin:0;font-size:15px}
h1{font-size:30px;line-height:1.2;margin:4px 0 8px;overflow-wrap:anywhere}
header p{margin:4px 0;max-width:70ch;overflow-wrap:anywhere}
.wide{max-width:1040px;margin:0 auto;padding:0 20px}
main>section{background:#fff;margin:20px 0;padding:20px 24px;border:1px solid #d8dde0}
h2{font-size:23px;line-height:1.25;margin:0 0 12px;color:#12436d}
h3{font-size:18px;line-height:1.35;margin:16px 0 4px;overflow-wrap:anywhere}
p,li,dd{max-width:75ch;overflow-wrap:anywhere}
.answer{border-left:10px solid #12436d}
.answer .question{margin:0 0 4px;color:#4c6272}
.answer .verdict{font-size:26px;font-weight:bold;line-height:1.25;margin:0 0 8px;color:#12436d}
.answer p.first{font-size:18px}
.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(215px,1fr));gap:14px;margin:20px 0;padding:0;list-style:none}
.tile{background:#fff;border:1px solid #d8dde0;border-top:6px solid #12436d;padding:12px 14px}
.tile h3{font-size:15px;font-weight:normal;margin:0}
.tile p.value{color:#212b32;font-size:27px;font-weight:bold;margin:2px 0;line-height:1.2}
.tile p{margin:0;font-size:14px;color:#425563}
.status{display:inline-block;margin-top:8px;padding:2px 8px;font-weight:bold;font-size:14px;border:2px solid;background:#fff}
.good{color:#00513f}.bad{color:#801650}.open{color:#3d3d3d}
.tile.is-good{border-top-color:#28a197}.tile.is-bad{border-top-color:#801650}.tile.is-open{border-top-color:#f46a25}
.warning{border-left:10px solid #f46a25}
ul.said{margin:4px 0 0;padding-left:20px}ul.said li{margin:0 0 4px}
.save{margin:6px 0 0}.save button{font:inherit;font-size:14px;color:#005eb8;background:#fff;border:1px solid #005eb8;padding:4px 10px;margin:0 6px 4px 0;cursor:pointer;min-height:30px}
.choosers{display:flex;flex-wrap:wrap;gap:10px 28px;align-items:flex-end}.choosers p{margin:0;min-width:0;max-width:100%}.choosers label{display:block;font-weight:bold;font-size:15px}
.choosers select{font:inherit;padding:6px 8px;min-height:38px;max-width:min(100%,290px);border:2px solid #4c6272;background:#fff;color:#212b32}
.choosers fieldset{border:1px solid #8a949e;padding:6px 14px 8px;margin:0;min-width:0}.choosers legend{font-weight:bold;font-size:15px}.choosers fieldset label{font-weight:normal;padding:4px 0;overflow-wrap:anywhere}.choosers input{width:18px;height:18px;vertical-align:-3px;margin:0 6px 0 0}
.shown{margin:0 0 8px;font-size:15px}.shown span{font-weight:bold}
figure{margin:0 0 38px}figure h3{margin-top:0}
.number{margin:0;font-size:14px;font-weight:bold;color:#425563}
figure:last-child{margin-bottom:0}
.label{margin:0 0 8px;color:#425563;font-size:15px}
.note{margin:6px 0 0;font-size:14px;color:#425563}
.chart{width:100%;overflow:hidden}
details{margin-top:8px}
summary{cursor:pointer;color:#005eb8;text-decoration:underline;padding:6px 0;width:fit-content}
.scroll{overflow-x:auto;margin:6px 0}details .scroll{overflow:auto;max-height:520px}
table{border-collapse:collapse;font-size:14px;width:100%}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{border-bottom:1px solid #d8dde0;padding:6px 10px 6px 0;text-align:left;vertical-align:top;font-variant-numeric:tabular-nums}
th{font-weight:bold}
${COLUMNS}
td.text{max-width:38ch;min-width:14ch;overflow-wrap:anywhere}
td.code,dd.code{font-family:"Courier New",monospace;font-size:13px;overflow-wrap:anywhere}
th .sub,td .sub{display:block;font-weight:normal;color:#425563;font-size:13px}
dl.facts{display:grid;grid-template-columns:minmax(130px,220px) 1fr;gap:6px 16px;margin:0}
dl.facts dt{font-weight:bold}dl.facts dd{margin:0}
footer{padding:8px 0 40px;font-size:14px;color:#425563}
@media(max-width:560px){h1{font-size:24px}.wide{padding:0 12px}main>section{padding:16px 14px}.answer .verdict{font-size:22px}
.tiles{grid-template-columns:1fr 1fr;gap:10px}.tile p.value{color:#212b32;font-size:22px}dl.facts{grid-template-columns:1fr}dl.facts dd{margin-bottom:6px}}
@media(max-width:560px){table.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table.stack,table.stack tbody,table.stack tr{display:block}table.stack tr{border-bottom:2px solid #8a949e;padding:6px 0}
table.stack th,table.stack td{display:block;border:0;padding:2px 0;text-align:left;max-width:none}table.stack th{font-size:16px}
table.stack td::before{content:var(--h) ": ";color:#425563}}
@media(max-width:340px){.tiles{grid-template-columns:1fr}}
@media(prefers-reduced-motion:reduce){*{animation:none!important;transition:none!important;scroll-behavior:auto!important}}
@page{size:A4;margin:14mm}
@media print{html{background:#fff;font-size:10.5pt;line-height:1.38}header{background:#fff;color:#12436d;border-bottom:3px solid #12436d;padding:0 0 8px}
main>section{border:0;padding:0;margin:14px 0}.answer,.warning{padding-left:12px;border-left:8px solid #12436d}.wide{max-width:none;padding:0}
figure,.tile,tr,h2,h3,.label{break-inside:avoid}h2,h3,.number,.label{break-after:avoid}.scroll{overflow:visible;max-height:none}details:not([open]),.skip,.save,.choose,.shown a{display:none}
.tiles{grid-template-columns:repeat(4,1fr)}table{font-size:8.5pt}th,td{padding:2px 8px 2px 0}.note,.label,.shown{font-size:9pt}th .sub,td .sub{font-size:7.5pt}thead{display:table-header-group}
figure:not(:has(.chart)){break-inside:auto}figure{margin-bottom:22px}
.answer .verdict{font-size:16pt}.answer p.first{font-size:11.5pt}.answer p,.plain p{margin:4pt 0}.tiles{gap:8px;margin:8px 0}.tile{padding:4px 7px}.tile h3,.tile p{font-size:8pt;line-height:1.3}.tile p.value{font-size:14pt;margin:0}.status{font-size:8pt;margin-top:3px;padding:1px 6px}h1{font-size:20pt}h2{font-size:15pt;margin-bottom:6px}.plain p,.answer h3~p{font-size:9pt;line-height:1.3;margin:3pt 0}.plain h3{margin:6pt 0 2pt}
.sankey-link{opacity:1!important}.sources table{font-size:7.5pt}.sources td.text{max-width:none;width:38%}dt:has(+dd>details:not([open])),dd:has(>details:not([open])),section:has(>h2+details:not([open]):last-child){display:none}}
`;
