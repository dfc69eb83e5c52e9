require 'csv'

class ImportError < StandardError
  attr_reader :line, :field

  def initialize(line, field, message)
    @line = line
    @field = field
    super("line #{line}, #{field}: #{message}")
  end
end

RULES = {
  'email' => [/\A[^@\s]+@[^@\s]+\.[a-z]+\z/, 'is not an e-mail address'],
  'age' => [/\A\d{1,3}\z/, 'is not a number'],
  'zip' => [/\A\d{5}\z/, 'must have five digits'],
}.freeze

def validate(row, line)
  RULES.each do |field, (pattern, message)|
    value = row[field] or raise ImportError.new(line, field, 'is missing')
    raise ImportError.new(line, field, "#{value.inspect} #{message}") unless pattern.match?(value)
  end
  row
end

data = <<~CSV
  email,age,zip
  a@b.com,34,12345
  nope,20,12345
  c@d.org,old,99999
  e@f.net,41
  g@h.io,7,"1234"
CSV

csv = CSV.new(data, headers: true)
errors, valid = [], []
while (row = csv.shift)
  begin
    valid << validate(row, csv.lineno)
  rescue ImportError => e
    errors << e
  end
end

puts "#{valid.size} valid, #{errors.size} rejected"
errors.each { |e| puts "  #{e.message}" }
p errors.group_by(&:field).transform_values(&:size)
p errors.first
p valid.map(&:to_h)
