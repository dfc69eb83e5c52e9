# frozen_string_literal: true

class Sheet
  Ref = Struct.new(:column, :row) do
    include Comparable
    def self.parse(text) = text.match(/\A([A-Z]+)(\d+)\z/) { |m| new(m[1].each_char.inject(0) { |n, c| n * 26 + c.ord - 64 }, m[2].to_i) } or raise ArgumentError, "bad cell #{text}"
    def letters = column.then { |n| s = +""; (n, r = (n - 1).divmod(26); s.prepend((65 + r).chr)) while n.positive?; s }
    def to_s = "#{letters}#{row}"
    def <=>(other) = [row, column] <=> [other.row, other.column]
    def offset(dx, dy) = Ref.new(column + dx, row + dy)
  end
  class Cycle < StandardError; end
  FUNCTIONS = {
    "SUM" => :sum.to_proc, "MIN" => :min.to_proc, "MAX" => :max.to_proc, "COUNT" => :size.to_proc, "AVG" => ->(l) { l.sum.fdiv(l.size) },
    "IF" => ->((test, a, b)) { test && test != 0 ? a : b }, "ROUND" => ->((x, n)) { x.round(n.to_i) }, "CONCAT" => ->(l) { l.join }
  }.freeze

  def initialize(cells = {})
    @cells = {}
    cells.each { |k, v| self[k] = v }
  end

  def []=(ref, value)
    @values = {}
    @cells[Ref.parse(ref.to_s)] = value
  end

  def [](ref) = value(Ref.parse(ref.to_s))

  def fill(from, to)
    a, b = Ref.parse(from), Ref.parse(to)
    source = @cells.fetch(a)
    range(a, b).drop(1).each { |r| self[r.to_s] = source.to_s.gsub(/\$?([A-Z]+)(\$?)(\d+)/) { $2 == "$" ? "#{$1}$#{$3}" : Ref.parse("#{$1}#{$3}").offset(r.column - a.column, r.row - a.row).to_s } }
  end

  def to_s
    columns = (1..@cells.keys.map(&:column).max).to_a
    rows = (1..@cells.keys.map(&:row).max).map { |r| columns.map { |c| show(Ref.new(c, r)) } }
    widths = rows.transpose.map { |col| [*col.map(&:length), 1].max }
    head = "   " + columns.zip(widths).map { |c, w| Ref.new(c, 1).letters.center(w) }.join(" ")
    [head, *rows.each.with_index(1).map { |row, i| "#{i.to_s.rjust(2)} #{row.zip(widths, columns).map { |t, w, c| @cells[Ref.new(c, i)].is_a?(String) && t !~ /\A-?[\d.]+\z/ ? t.ljust(w) : t.rjust(w) }.join(' ')}" }].map(&:rstrip).join("\n")
  end

  private

  def show(ref)
    return "" unless @cells.key?(ref)

    v = value(ref)
    v.is_a?(Float) ? format("%.2f", v) : v.to_s
  rescue Cycle then "#CYCLE"
  rescue ZeroDivisionError then "#DIV/0"
  rescue KeyError, ArgumentError, TypeError, NoMethodError then "#ERR"
  end

  def range(a, b) = (a.row..b.row).flat_map { |r| (a.column..b.column).map { |c| Ref.new(c, r) } }

  def value(ref, path = [])
    raise Cycle, [*path, ref].map(&:to_s).join(">") if path.include?(ref)

    @values[ref] ||= begin
      raw = @cells[ref]
      raw.is_a?(String) && raw.start_with?("=") ? Evaluator.new(raw[1..]) { |a, b = nil| b ? range(a, b).map { |r| value(r, path + [ref]) }.compact : value(a, path + [ref]) || 0 }.result : raw
    end
  end

  class Evaluator
    def initialize(text, &lookup)
      @tokens = text.scan(/"[^"]*"|\d+(?:\.\d+)?|\$?[A-Z]+\$?\d+|[A-Z]+(?=\()|<=|>=|<>|[-+*\/^()=<>,:&]/)
      @lookup = lookup
    end

    def result = compare
    def compare = fold(%w[= < > <= >= <>], :sum) { |op, a, b| a.public_send({ "=" => :==, "<>" => :!= }.fetch(op, op.to_sym), b) }
    def sum = fold(%w[+ - &], :product) { |op, a, b| op == "&" ? "#{a}#{b}" : a.public_send(op, b) }
    def product = fold(%w[* /], :unary) { |op, a, b| op == "/" ? (a % b).zero? ? a / b : a.fdiv(b) : a * b }
    def unary = @tokens.first == "-" ? (@tokens.shift; -unary) : atom

    def fold(ops, inner)
      left = send(inner)
      left = yield(@tokens.shift, left, send(inner)) while ops.include?(@tokens.first)
      left
    end

    def atom
      case token = @tokens.shift
      when "(" then compare.tap { @tokens.shift }
      when /\A"/ then token[1..-2]
      when /\A\d/ then token.include?(".") ? token.to_f : token.to_i
      when /\d/
        first = Ref.parse(token.delete("$"))
        return @lookup.call(first) unless @tokens.first == ":"

        @tokens.shift
        @lookup.call(first, Ref.parse(@tokens.shift.delete("$")))
      else
        @tokens.shift
        args = []
        (args << compare; @tokens.shift if @tokens.first == ",") until @tokens.first == ")"
        @tokens.shift
        FUNCTIONS.fetch(token).call(args.flatten(1))
      end
    end
  end
end

sheet = Sheet.new(A1: "item", B1: "price", C1: "count", D1: "total", A2: "tea", B2: 3.5, C2: 4, A3: "milk", B3: 1.2, C3: 10, A4: "cups", B4: 8, C4: 0, D2: "=B2*C2", A5: "sum", D5: "=SUM(D2:D4)", B5: "=AVG(B2:B4)", C5: '=IF(D5>20, "big", "small")')
sheet.fill("D2", "D4")
puts sheet
sheet[:C4] = 2
sheet[:E1] = "share"
sheet[:E2] = "=D2/$D$5"
sheet.fill("E2", "E4")
puts sheet, sheet["D5"], sheet[:C5], sheet["Z99"].inspect
tests = Sheet.new(A1: 10, A2: "=A1/0", A3: "=A4", A4: "=A3+1", A5: "=NOPE(1)", A6: '="a"+1', B1: "=-A1*2+(3-1)*4", B2: "=MAX(A1,B1,5)", B3: '="x"&A1&"y"', B4: "=ROUND(10/3,2)", B5: "=COUNT(A1:B1)", B6: "=A1=10")
puts tests
begin
  tests["A3"]
rescue Sheet::Cycle => e
  puts "cycle #{e.message}"
end
p %w[A1 Z1 AA10 AZ2 BA3 ZZ1].map { |t| Sheet::Ref.parse(t).then { |r| [r.column, r.to_s] } }, Sheet::Ref.parse("B2") <=> Sheet::Ref.parse("A3"), (Sheet::Ref.parse("a1") rescue $!.message), [Sheet::Ref.new(2, 1), Sheet::Ref.new(1, 2), Sheet::Ref.new(1, 1)].sort.map(&:to_s), { Sheet::Ref.new(1, 1) => 1 }[Sheet::Ref.parse("A1")]
