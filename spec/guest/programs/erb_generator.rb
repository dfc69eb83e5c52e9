require "erb"

# Writes Ruby classes, SQL and documentation from one description.
class Generator
  Field = Struct.new(:name, :type, :required, :default) do
    def sql_type = { string: "VARCHAR(255)", integer: "INTEGER", boolean: "BOOLEAN" }.fetch(type)
    def ruby_default = default.nil? ? "nil" : default.inspect
  end

  TEMPLATES = {
    "%s.rb" => <<~'RUBY',
      class <%= class_name %>
        attr_reader <%= fields.map { |field| ":#{field.name}" }.join(", ") %>

        def initialize(<%= parameters %>)
      <%- fields.each do |field| -%>
          @<%= field.name %> = <%= field.name %>
      <%- end -%>
        end

        def valid?
          errors.empty?
        end

        def errors
          [
      <%- fields.select(&:required).each do |field| -%>
            (<%= "#{field.name} is missing".inspect %> if <%= field.name %>.nil?),
      <%- end -%>
      <%- fields.select { |field| field.type == :integer }.each do |field| -%>
            (<%= "#{field.name} is no integer".inspect %> unless <%= field.name %>.nil? || <%= field.name %>.is_a?(Integer)),
      <%- end -%>
          ].compact
        end
      end
    RUBY
    "%s.sql" => <<~'SQL',
      CREATE TABLE <%= table %> (
        id INTEGER PRIMARY KEY<%= "," if fields.any? %>
      <% fields.each_with_index do |field, index| -%>
        <%= field.name %> <%= field.sql_type %><%= " NOT NULL" if field.required -%>
      <%= ",\n" if index < fields.size - 1 -%>
      <% end %>
      );
    SQL
    "%s.md" => "# <%= class_name %>\n\n| field | type |\n|---|---|\n<% fields.each do |f| -%>\n| `<%= f.name %>` | <%= f.type %><%= ', required' if f.required %> |\n<% end -%>\n"
  }.freeze

  attr_reader :fields, :class_name

  def initialize(class_name, fields)
    @class_name = class_name
    @fields = fields.map { |name, (type, *options)| Field.new(name, type, options.include?(:required), options.grep(Hash).first&.fetch(:default)) }
  end

  def files
    TEMPLATES.to_h { |name, text| [format(name, table.chomp("s")), ERB.new(text, trim_mode: "-").result(binding)] }
  end

  private

  def table = "#{class_name.gsub(/(?<!\A)([A-Z])/, '_\1').downcase}s"

  def parameters
    fields.map { |field| field.required ? "#{field.name}:" : "#{field.name}: #{field.ruby_default}" }.join(", ")
  end
end

generator = Generator.new("TeaOrder", customer: [:string, :required], cups: [:integer, :required], hot: [:boolean, { default: true }],
                                      note: [:string])
generator.files.each { |name, text| puts "--- #{name}", text }
eval(generator.files.fetch("tea_order.rb"))
order = TeaOrder.new(customer: "Zoë", cups: 2)
p order.valid?, order.hot, order.note, TeaOrder.new(customer: nil, cups: "x").errors

# Templates that become methods.
class Page
  extend ERB::DefMethod
  include ERB::Util

  def_erb_method("render(items)", ERB.new("<% items.each do |item| %><i><%= h(item) %></i><% end %>"))
  ERB.new("<title><%=h @title %></title>").def_method(self, "head", "head.erb")

  def initialize(title) = @title = title
end
page = Page.new("Tea & \"Cake\"")
puts page.render(["<a>", 1, :b, nil]), page.head
Layout = ERB.new("<body><%= yield %></body>").def_class(Object, "wrap()")
puts Layout.new.wrap { "inside" }
broken = ERB.new("line one\n<%= 1 / 0 %>\n")
broken.filename = "broken.erb"
begin
  broken.result
rescue ZeroDivisionError => e
  puts e.message, e.backtrace.first[/\A[^:]+:\d+/]
end
