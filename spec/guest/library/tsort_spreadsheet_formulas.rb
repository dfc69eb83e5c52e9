require 'tsort'
require 'strscan'

class Sheet
  include TSort
  Circular = Class.new(StandardError)

  def initialize(cells)
    @cells = cells.transform_keys(&:to_s)
    @values = {}
  end

  def tsort_each_node(&) = @cells.each_key(&)
  def tsort_each_child(name, &) = references(@cells[name]).each(&)

  def calculate
    tsort.each { |name| @values[name] = evaluate(@cells[name]) }
    @values
  rescue TSort::Cyclic
    loops = strongly_connected_components.reject { |c| c.one? && !references(@cells[c[0]]).include?(c[0]) }
    raise Circular, loops.map { |c| c.sort.join('-') }.join('; ')
  end

  private

  def references(cell) = cell.is_a?(String) ? cell.scan(/[A-Z]\d/).uniq : []

  def evaluate(cell)
    return cell unless cell.is_a?(String)

    ss = StringScanner.new(cell.delete(' '))
    total = factor(ss)
    total = total.public_send(ss.matched, factor(ss)) while ss.scan(%r{[-+*/]})
    raise ArgumentError, "cannot read #{ss.rest.inspect}" unless ss.eos?

    total
  end

  def factor(ss)
    if ss.scan(/SUM\((\w\d(?:,\w\d)*)\)/) then ss[1].split(',').sum { |r| @values.fetch(r, 0) }
    elsif ss.scan(/[A-Z]\d/) then @values.fetch(ss.matched, 0)
    elsif ss.scan(/\d+(\.\d+)?/) then ss[1] ? ss.matched.to_f : ss.matched.to_i
    else raise ArgumentError, "operand expected at #{ss.pos}"
    end
  end
end

p Sheet.new(C1: 'A1 + B1', A1: 4, B1: 'A1 * 3', D1: 'SUM(A1,B1,C1) - 1').calculate
p Sheet.new(A1: 7, A2: 2, A3: 'A1 / A2', A4: 'A1 / 2.0').calculate
[
  { A1: 'B1', B1: 'A1' }, { A1: 'A1 + 1' }, { A1: '1 +' }, { A1: '1 ? 2' }, { A1: 1, B1: 'A1 / 0' }
].each do |cells|
  p Sheet.new(cells).calculate
rescue Sheet::Circular, ArgumentError, ZeroDivisionError => e
  puts "#{e.class}: #{e.message}"
end
sheet = Sheet.new(B2: 'A2', A2: 5)
p sheet.tsort, sheet.tsort_each.with_index.to_a
