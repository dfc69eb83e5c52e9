# Needs Ruby 3.3: its standard library
require 'erb'

Question = Data.define(:text, :answers, :correct)

QUESTIONS = [
  Question.new('Which planet is largest?', %w[Mars Jupiter Venus], 'Jupiter'),
  Question.new('7 x 8 = ?', %w[54 56 63], '56'),
  Question.new('Author of "Emma"?', %w[Austen Brontë Eliot Woolf], 'Austen')
].freeze

class Sheet
  LETTERS = ('A'..'Z').to_a.freeze

  TEMPLATE = ERB.new(<<~'ERB', trim_mode: '-')
    Quiz for <%= @pupil %>
    <%- @questions.each.with_index(1) do |q, no| -%>
    <%= no %>) <%= q.text %>
    <%- q.answers.zip(LETTERS) do |answer, letter| -%>
       [<%= letter %>] <%= answer %>
    <%- end -%>
    <%- end -%>
    <%- if @key -%>
    Key: <%= key.join(' ') %>
    <%- end -%>
  ERB

  def initialize(pupil, with_key: false)
    @pupil = pupil
    @key = with_key
    order = pupil.sum
    @questions = QUESTIONS.rotate(order).map do |q|
      q.with(answers: q.answers.rotate(order % q.answers.size).sort_by.with_index { |_, i| -i })
    end
  end

  def key = @questions.map { |q| LETTERS[q.answers.index(q.correct)] }
  def to_s = TEMPLATE.result(binding)
end

puts Sheet.new('Ada', with_key: true)
puts Sheet.new('Ben')
p Sheet.new('Ben').key
p QUESTIONS.first
begin
  Question.new('Only text')
rescue ArgumentError => e
  puts e.message
end
begin
  QUESTIONS.first.instance_variable_set(:@text, 'x')
rescue FrozenError => e
  puts e.message
end
