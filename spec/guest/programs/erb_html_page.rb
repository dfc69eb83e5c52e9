require "erb"
require "cgi/escape"

# Pages with partials, escaped by default, and links with their parameters.
class SafeText < String; end

class View
  include ERB::Util

  def initialize(templates)
    @templates = templates.transform_values { |text| ERB.new(text, trim_mode: "-") }
  end

  def render(name, locals = {}, &block)
    scope = Scope.new(self, locals)
    SafeText.new(@templates.fetch(name).result(scope.instance_eval { get_binding(&block) }))
  end

  class Scope
    def initialize(view, locals)
      @view = view
      locals.each { |name, value| define_singleton_method(name) { value } }
    end

    def get_binding = binding
    def partial(name, locals = {}) = @view.render(name, locals)
    def e(value) = value.is_a?(SafeText) ? value : CGI.escapeHTML(value.to_s)

    def link(text, path, params = {})
      query = params.map { |key, value| "#{CGI.escape(key.to_s)}=#{CGI.escape(value.to_s)}" }.join("&")
      SafeText.new(%(<a href="#{e([path, (query unless query.empty?)].compact.join("?"))}">#{e(text)}</a>))
    end
  end
end

def parse_query(text)
  text.split("&").each_with_object({}) do |pair, found|
    key, value = pair.split("=", 2).map { |part| CGI.unescape(part) }
    key.end_with?("[]") ? (found[key.delete_suffix("[]")] ||= []) << value.to_s : found[key] = value
  end
end

view = View.new(
  page: <<~'HTML',
    <html><head><title><%= e title %></title></head>
    <body>
    <%- items.each do |item| -%>
    <%= partial(:item, item: item) -%>
    <%- end -%>
    <%= link("next & last", "/list", page: 2, q: "tea & \"größe\" +1") %>
    <p><%= e footer %></p>
    </body></html>
  HTML
  item: "<li><%= e item[:name] %><% if item[:html] %> <%= item[:html] %><% end %></li>\n"
)
puts view.render(:page, title: "<Tea>", footer: "© 2026 'Tea & Co'",
                        items: [{ name: "Green <tea>" }, { name: "Cake", html: SafeText.new("<b>new</b>") }])

p parse_query("a=1&b=x%20y+z&c%5B%5D=1&c[]=%C3%A9&d&e=%E6%9D%B1=%26")
p CGI.escape("a b&c=é/?~*-._"), CGI.unescape("%zz%4+%41%2"), CGI.escapeHTML("'\"<>&é"),
  CGI.unescapeHTML("&lt;&#39;&quot;&amp;&gt;&#xe9;&#233;&#x1F600;&nbsp;&#x110000;&amp;lt;")
p ERB::Util.url_encode("größe 1/2~"), ERB::Util.h("<%= x %>"), ERB::Util.u(:"a b"), ERB::Util.html_escape(nil)
p %w[tea <b> a&b].map { |text| [text, CGI.escapeHTML(text)] }.all? { |text, escaped| CGI.unescapeHTML(escaped) == text }
p (0..255).map { |byte| byte.chr }.all? { |byte| CGI.unescape(CGI.escape(byte)).b == byte.b }
