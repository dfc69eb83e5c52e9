require 'strscan'

MASSES = { 'H' => 1.008, 'C' => 12.011, 'N' => 14.007, 'O' => 15.999, 'Na' => 22.990, 'S' => 32.06,
           'Cl' => 35.45, 'Ca' => 40.078, 'Cu' => 63.546, 'Fe' => 55.845 }.freeze

class Formula
  class ParseError < StandardError
    def initialize(scanner, what)
      super("#{what} at position #{scanner.pos}: #{scanner.string}\n#{' ' * (scanner.pos + 2)}^")
    end
  end

  attr_reader :atoms

  def initialize(text)
    @s = StringScanner.new(text)
    @atoms = Hash.new(0)
    loop do
      factor = @s.scan(/\d+/)&.to_i || 1
      group.each { |el, n| @atoms[el] += n * factor }
      break unless @s.skip(/[·.*]/)
    end
    raise ParseError.new(@s, 'unexpected character') unless @s.eos?
  end

  def mass = atoms.sum { |el, n| MASSES.fetch(el) * n }
  def hill = atoms.sort_by { |el, _| el == 'C' ? ' ' : el == 'H' && atoms.key?('C') ? '!' : el }.map { |el, n| n == 1 ? el : "#{el}#{n}" }.join

  private

  def group
    sum = Hash.new(0)
    loop do
      inner =
        if @s.skip(/\(/)
          g = group
          @s.skip(/\)/) or raise ParseError.new(@s, 'missing )')
          g
        elsif (el = @s.scan(/[A-Z][a-z]?/)) then { el => 1 }
        else break
        end
      n = (@s.scan(/\d+/) || 1).to_i
      inner.each { |el, c| sum[el] += c * n }
    end
    raise ParseError.new(@s, 'element expected') if sum.empty?
    sum
  end
end

%w[H2O C6H12O6 Ca(OH)2 CuSO4·5H2O Fe2(SO4)3 NaCl].each do |f|
  formula = Formula.new(f)
  printf("%-12s %9.3f g/mol  %-14s %s\n", f, formula.mass, formula.hill, formula.atoms)
end
['h2o', 'Ca(OH2', 'H2O)', '()', 'Xx2'].each do |f|
  Formula.new(f).mass
rescue Formula::ParseError, KeyError => e
  puts e.message
end
