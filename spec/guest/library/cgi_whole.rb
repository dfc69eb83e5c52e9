require "cgi"

p CGI.escape("a b&c/é?"), CGI.unescape("a+b%26c")
p CGI.escapeHTML("<a href='x'>&\"</a>"), CGI.unescapeHTML("&lt;&amp;&#39;&#x41;&quot;&gt;")
p CGI.escapeURIComponent("a b"), CGI.unescapeURIComponent("a%20b")
p CGI.unescapeHTML("&#233; &#8364; &#x1f600; &#X4a; &#00065; &apos;"), CGI.unescapeHTML("&#; &#x; &#xg; &#65 &nbsp; &lt &amp;lt; & &#x110000;")
p CGI.unescape("%e3%81%82%20+%4%4g%"), CGI.unescape("%FF").valid_encoding?, CGI.unescape("%e9", "ISO-8859-1").encoding
p CGI.escape("~-_.*'()é"), CGI.escapeHTML("plain").frozen?, CGI.escapeHTML("<é>".b).encoding == Encoding::BINARY
