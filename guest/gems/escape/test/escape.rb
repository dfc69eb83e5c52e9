# The escapes that CGI and ERB have of C.
require "cgi/escape"
same "<a href='x'>T & \"J\"</a>".__html_escaped, "&lt;a href=&#39;x&#39;&gt;T &amp; &quot;J&quot;&lt;/a&gt;"
same ["", "plain", "é\xff\0"].map(&:__html_escaped), ["", "plain", "é\xff\0"]
same "a".freeze.__html_escaped.frozen?, false
same "&lt;&gt;&amp;&quot;&apos;&#39;&#x41;&#X4a;".__html_unescaped, "<>&\"''AJ"
same "&#233;&#8364;&#128512;&#x10fffe;".__html_unescaped, "é€😀\u{10fffe}"
unread = "&lt &#; &#x; &#xg; &#6a; &#65 &nbsp; &#x10ffff; &#99999999999999999999; & &# &amp"
same unread.__html_unescaped, unread
same "&#00000000000000000000000065;&amp;lt;".__html_unescaped, "A&lt;"
same "&#233;&#256;".encode("ISO-8859-1").__html_unescaped, "é&#256;".encode("ISO-8859-1")
same "&#127;&#128;".b.__html_unescaped, "\x7f&#128;".b
same "<é".encode("ISO-8859-1").__html_escaped.encoding, Encoding::ISO_8859_1
same "a b&~é.-_/+".__url_escaped(true), "a+b%26~%C3%A9.-_%2F%2B"
same "a b".__url_escaped(false), "a%20b"
same "a+b%26%e3%81%82%%4%4g%".__url_unescaped(true), "a b&あ%%4%4g%"
same "a+%2b".__url_unescaped(false), "a++"
same "a+b%FF".b.__url_unescaped(true).encoding, Encoding::BINARY
wide = "a+<é%41&lt;".encode("UTF-16LE")
same CGI.escapeHTML(wide), "a+&lt;é%41&amp;lt;".encode("UTF-16LE")
same CGI.unescapeHTML(wide), "a+<é%41<".encode("UTF-16LE")
raises(Encoding::CompatibilityError, "incompatible character encodings: UTF-16LE and UTF-8") do
  CGI.unescape(wide, "UTF-16LE")
end
same CGI.unescape("%FF").encoding, Encoding::UTF_8
same CGI.unescape("%E9", "ISO-8859-1"), "é".encode("ISO-8859-1")
raises(TypeError, "no implicit conversion of nil into String") { CGI.escapeHTML(nil) }
