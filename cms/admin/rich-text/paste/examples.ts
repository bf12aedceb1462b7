/** What Word, Google Docs and a web page put on the clipboard, shortened: their wrappers, styles and litter are as they come. */
export const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=NL style='tab-interval:35.4pt'><!--StartFragment-->
<h1>Inschrijven<o:p></o:p></h1>
<p class=MsoNormal style='margin-bottom:8.0pt'>Maak een&nbsp;<b style='mso-bidi-font-weight:normal'>afspraak</b> op <a href="https://example.org/afspraak"><span style='color:blue'>de website</span></a>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Paspoort<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>het origineel<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>Huurcontract<o:p></o:p></p>
<p class=MsoNormal>Daarna:</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>wachten<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>bellen<o:p></o:p></p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr><td width=200 valign=top><p class=MsoNormal><b>Dag</b><o:p></o:p></p></td><td><p class=MsoNormal><b>Open</b></p></td></tr>
<tr><td><p class=MsoNormal>Maandag</p></td><td><p class=MsoNormal>9&#8211;12</p><p class=MsoNormal>13&#8211;17</p></td></tr></table>
<p class=MsoNormal><img width=600 height=400 src="file:///C:/Users/x/clip_image002.png"></p>
<h2>Vragen<o:p></o:p></h2>
<p class=MsoNormal><span style='mso-spacerun:yes'>&nbsp;</span>Zie <a href="#_Toc12345">hierboven</a><span style='display:none'>verborgen</span>.</p>
<!--EndFragment--></body></html>`;

export const fromGoogleDocs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1f"><h2 dir="ltr" style="line-height:1.38"><span style="font-size:16pt;font-weight:400">Before you sign</span></h2><p dir="ltr"><span style="font-size:11pt;font-weight:400;font-style:normal">Ask </span><span style="font-weight:700">twice</span><span style="font-weight:400">, and </span><span style="font-style:italic;font-weight:400">in writing</span><span>. </span><a href="https://www.google.com/url?q=https://example.org/a%3Fb&amp;sa=D" style="text-decoration:none"><span style="color:#1155cc;text-decoration:underline">Here</span></a></p><ul><li dir="ltr" style="list-style-type:disc" aria-level="1"><p dir="ltr" role="presentation"><span>One</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr"><span>Inner</span></p></li></ul><li dir="ltr"><p><span style="text-decoration:line-through">Two</span></p></li></ul><br class="Apple-interchange-newline"></b>`;

export const fromWebPage = `<html><body><!--StartFragment--><div class="nav" aria-hidden="true">Menu</div><article><h1>Title</h1><h3>Deep</h3><p style="color:red" onclick="alert(1)">Text with <a href="javascript:alert(1)">a trap</a>, <a href="tel:+31201234567">a number</a> and <code>code</code>.<script>alert(1)</script><style>p{}</style></p><p>First<br>second<br><br>Third &lt;b&gt; H<sub>2</sub>O</p><blockquote><p>Said.</p></blockquote><pre>a  b
  c</pre><table><thead><tr><th colspan="2">Wide</th></tr></thead><tbody><tr><td>a</td><td><ul><li>b</li><li>c</li></ul></td></tr></tbody></table><table role="presentation"><tr><td><p>Laid out</p></td></tr></table><iframe src="https://evil.example"></iframe><img src="x" onerror="alert(1)"><svg onload="alert(1)"><text>no</text></svg><form><input value="no"><button>no</button></form></article><!--EndFragment--></body></html>`;
