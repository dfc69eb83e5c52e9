require 'erb'

MODEL = {
  table: 'books',
  columns: { title: [:string, { limit: 80, null: false }], price: [:decimal, { precision: 8 }], isbn: [:string, {}] },
  unique: [:isbn]
}.freeze

SQL = ERB.new(<<~'ERB', trim_mode: '-')
  CREATE TABLE <%= table %> (
    id INTEGER PRIMARY KEY<% columns.each do |name, (type, opts)| %>,
    <%= name %> <%= sql_type(type, opts) %><%= ' NOT NULL' if opts[:null] == false %><% end %>
  );
  <%- unique.each do |col| -%>
  CREATE UNIQUE INDEX idx_<%= table %>_<%= col %> ON <%= table %> (<%= col %>);
  <%- end -%>
ERB

CLASS = ERB.new(<<~'ERB', trim_mode: '%-')
  class <%= table.delete_suffix('s').capitalize %>
    attr_accessor <%= columns.keys.map(&:inspect).join(', ') %>
  % columns.each do |name, (_, opts)|
  %   if opts[:limit]

    def <%= name %>_valid?
      <%= name %>.length <= <%= opts[:limit] %>
    end
  %   end
  % end
  end
ERB

class Scaffold
  def initialize(model) = @model = model

  def render(erb) = erb.result(binding)

  def sql_type(type, opts)
    case [type, opts]
    in [:string, { limit: Integer => n }] then "VARCHAR(#{n})"
    in [:string, _] then 'TEXT'
    in [:decimal, { precision: }] then "DECIMAL(#{precision}, 2)"
    end
  end

  def method_missing(name, ...) = @model.key?(name) ? @model[name] : super
  def respond_to_missing?(name, all = false) = @model.key?(name) || super
end

scaffold = Scaffold.new(MODEL)
puts scaffold.render(SQL)
code = scaffold.render(CLASS)
puts code
eval(code)
book = Book.new
book.title = 'x' * 81
p book.title_valid?
p Book.instance_methods(false).sort
begin
  scaffold.render(ERB.new('<%= missing_thing %>'))
rescue NameError => e
  puts e.class, e.name
end
