# What Psych has in C: events of a text, and a text of events.
psych = __define_psych
parser = psych::Parser.new
events = lambda do |text|
  parser.__send__(:__open, text, 1)
  found = []
  while (event = parser.__send__(:__next))
    found << event.first(2)
  end
  found
end
kinds = %i[start_stream start_document start_mapping scalar start_sequence scalar end_sequence end_mapping end_document
           end_stream]
same events["a: [1]"].map(&:first), kinds
same events["--- &x !t |\n b\n"][2], [:scalar, ["b\n", "x", "!t", false, false, 4]]
same events["%YAML 1.1\n%TAG !e! t:\n--- a"][1], [:start_document, [[1, 1], [["!e!", "t:"]], false]]
same events["a: b: c"].last, [nil, [1, 5, 0, "mapping values are not allowed in this context", nil]]
same parser.__send__(:__next), nil
same events["\"\\"].last.last[3], "found unknown escape character"

class Answers
  def tokenize(text) = text.downcase
end
plain = lambda do |text, symbolize = false, freeze = false|
  parser.__send__(:__open, text, 1)
  parser.__send__(:__plain, Answers.new, symbolize, freeze)
end
same plain["a: [1, -2.5, yes, null, 'x', 0X1]"], [{ "a" => [1, -2.5, true, nil, "x", "0x1"] }]
same plain["a: {b: 1}", true], [{ a: { b: 1 } }]
same plain["[a]", false, true].first.frozen?, true
same [plain["!t a"], plain["[*a]"], plain["<<: {}"], plain["["], plain[""]], [nil] * 5

class Written
  def text = @text ||= +""
  def write(text) = self.text << text
end

class Visited
  def accept(text) = [text, nil, nil, true, true, 3]
end
emit = lambda do |value|
  io = Written.new
  emitter = psych::Emitter.new(io)
  emitter.start_stream(1)
  emitter.start_document([], [], false)
  done = emitter.__send__(:__plain, value, Visited.new, 100)
  emitter.end_document(true).end_stream if done
  done && io.text
end
same emit[{ "a" => [1, nil, true, 2.5], :b => {}, "c" => "1" }], "---\na:\n- 1\n-\n- true\n- 2.5\n:b: {}\nc: \"1\"\n"
twice = [1]
same [emit[[twice, twice]], emit[Object.new], emit[1..2]], [false] * 3
raises(RuntimeError, "expected STREAM-START") { psych::Emitter.new(Written.new).end_sequence }
raises(TypeError, "wrong argument type nil (expected String)") do
  psych::Emitter.new(Written.new).scalar(nil, nil, nil, true, true, 0)
end
