require "cgi"

p CGI.escape("a b&c/é?"), CGI.unescape("a+b%26c")
p CGI.escapeHTML("<a href='x'>&\"</a>"), CGI.unescapeHTML("&lt;&amp;&#39;&#x41;&quot;&gt;")
p CGI.escapeURIComponent("a b"), CGI.unescapeURIComponent("a%20b")
