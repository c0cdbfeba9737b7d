"""How a brief looks as a page of HTML: light, dark and in print."""

STYLE = """
:root{color-scheme:light dark;--ink:#1d2329;--soft:#3c444c;--muted:#5d6670;--accent:#1f5f8b;--paper:#fffefb;
--band:#f3f1ea;--rule:#e2ded4;--strong:#c9c4b8;--warning:#a3271f;--checked:#1b6b4a;--yellow:#f2d44d;
--event:#8a4b0f;--green:#8dce9c;--blue:#9cc7ee;--pink:#f2a7b8;--purple:#c6a8ea;--orange:#f3b56b;--marked:#1d2329}
@media (prefers-color-scheme:dark){:root{--ink:#e4e1d9;--soft:#c9c5bb;--muted:#a3a8ad;--accent:#8fc1e8;
--paper:#1b1e22;--band:#262a2f;--rule:#34393f;--strong:#4b5158;--warning:#ff9d90;--checked:#7fd1a8;--event:#e3a869}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);
font:1.0625rem/1.6 Literata,"Source Serif 4",Georgia,"Noto Serif",serif}
article{max-width:44rem;margin:0 auto;padding:2.5rem 1.25rem 4rem;overflow-wrap:break-word}
h1{font-size:2rem;line-height:1.2;margin:.6rem 0 .2rem}
h2{font:600 .9rem/1.4 Inter,system-ui,sans-serif;color:var(--accent);text-transform:uppercase;
letter-spacing:.06em;margin:2.4rem 0 .7rem}
h3,h4,h5,h6{font:600 1rem/1.4 Inter,system-ui,sans-serif;margin:1.8rem 0 .5rem}
p,ul,ol,table,blockquote,pre{margin:.6rem 0}
ul,ol{padding-inline-start:1.6rem}
li{margin:.3rem 0}
ul.own{list-style:none;padding-inline-start:.4rem}
.marking,.masthead,.source,.aside,.foot,table,.note,.references{font-family:Inter,system-ui,sans-serif}
.logo{margin:0 0 .8rem;line-height:0}
.logo img{background:#fff;max-width:100%;height:auto}
.marking{font-weight:600;text-align:end;font-size:.85rem;margin:0}
.masthead{color:var(--muted);font-size:.85rem;margin:0;padding-bottom:.5rem;
border-bottom:1px solid var(--strong)}
.source,.aside,.foot,.muted{color:var(--muted)}
.source,.references{font-size:.9rem}
.aside,.foot{font-size:.82rem}
.foot{border-top:1px solid var(--strong);padding-top:.5rem;margin-top:3rem}
.bottom-line{font-size:1.15rem;background:var(--band);border-inline-start:4px solid var(--accent);
padding:.8rem 1.1rem;margin:1.4rem 0}
.time{display:block;width:100%;height:auto;margin:.9rem 0 .3rem;direction:ltr;
font:10px Inter,system-ui,sans-serif}
.time .axis{fill:var(--rule)}.time .halo{fill:var(--paper)}.time .event{fill:var(--event)}
.time text{fill:var(--muted)}
.table{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.92rem;line-height:1.45}
th,td{text-align:start;vertical-align:top;padding:.45rem .9rem .45rem 0;border-bottom:1px solid var(--rule)}
th{color:var(--muted);font-weight:600;border-color:var(--strong)}
td{font-variant-numeric:tabular-nums;min-width:4.5rem}
html[dir=rtl] :is(th,td)[dir=ltr]{text-align:end}
.place,.short{white-space:nowrap}
.w12{width:12%}.w15{width:15%}.w16{width:16%}.w17{width:17%}.w18{width:18%}.w25{width:25%}.w27{width:27%}
blockquote{margin-inline:1.2rem;color:var(--soft);font-style:italic}
pre{white-space:pre-wrap;font-size:.88rem;background:var(--band);padding:.7rem 1rem}
.note{border-inline-start:4px solid;padding-inline-start:.9rem;margin:1.1rem 0}
.note blockquote{font-family:Literata,"Source Serif 4",Georgia,"Noto Serif",serif;margin-inline:0}
.note.beside{font-size:.88rem;margin-inline-start:2rem}
.yellow.note{border-color:var(--yellow)}.green.note{border-color:var(--green)}
.blue.note{border-color:var(--blue)}.pink.note{border-color:var(--pink)}
.purple.note{border-color:var(--purple)}.orange.note{border-color:var(--orange)}
mark{color:var(--marked);border-radius:2px}
mark.yellow{background:var(--yellow)}mark.green{background:var(--green)}mark.blue{background:var(--blue)}
mark.pink{background:var(--pink)}mark.purple{background:var(--purple)}mark.orange{background:var(--orange)}
.letter{font:600 .65em/1 Inter,system-ui,sans-serif;vertical-align:super;margin-inline-start:.15em;
color:inherit}
.warning{color:var(--warning)}.checked{color:var(--checked)}
a{color:var(--accent);text-decoration:none}
a:hover,a:focus-visible{text-decoration:underline}
sup{line-height:0;font:600 .68em/1 Inter,system-ui,sans-serif}
:target{background:var(--band);outline:2px solid var(--accent);outline-offset:2px}
@media print{:root{--paper:#fff;--ink:#000;--soft:#222;--muted:#444;--accent:#1f5f8b;--band:#f3f1ea;
--rule:#ccc;--strong:#999;--warning:#a3271f;--checked:#1b6b4a;--event:#8a4b0f}
@page{margin:20mm 19mm}
body{font-size:10.5pt}article{max-width:none;padding:0}.table{overflow:visible}
h1,h2,h3,h4,h5,h6{break-after:avoid}tr,.note,li{break-inside:avoid}thead{display:table-header-group}
p{orphans:2;widows:2}mark,.bottom-line{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
""".strip()
