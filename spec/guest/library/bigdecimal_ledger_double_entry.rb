# Without the require of bigdecimal
class UnbalancedEntry < StandardError
  attr_reader :difference

  def initialize(difference)
    @difference = difference
    super("entry is off by #{difference.to_s('F')}")
  end
end

class Ledger
  def initialize
    @accounts = Hash.new { |h, k| h[k] = BigDecimal('0') }
    @journal = []
  end

  def post(text, postings)
    amounts = postings.transform_values { |v| BigDecimal(v) }
    total = amounts.values.sum
    raise UnbalancedEntry, total unless total.zero?

    amounts.each { |account, amount| @accounts[account] += amount }
    @journal << [text, amounts]
  end

  def balance(account) = @accounts.fetch(account)

  def trial_balance
    @accounts.sort.map do |name, amount|
      debit, credit = amount.positive? ? [amount, nil] : [nil, amount.abs]
      format('%-18s %10s %10s', name, debit&.to_s('F'), credit&.to_s('F'))
    end
  end

  def journal = @journal.each_with_index.map { |(text, a), i| "#{i + 1}. #{text} (#{a.size} lines)" }
end

books = Ledger.new
books.post('Owner pays in', 'bank' => '5000', 'equity' => '-5000')
books.post('Buy laptop', 'equipment' => '1249.90', 'vat' => '249.98', 'bank' => '-1499.88')
books.post('Sale', 'bank' => '720.00', 'sales' => '-600.00', 'vat' => '-120.00')

begin
  books.post('Typo', 'bank' => '10.10', 'sales' => '-10.01')
rescue UnbalancedEntry => e
  puts "#{e.message} (#{e.difference.inspect})"
end
begin
  books.post('Bad', 'bank' => 'ten', 'sales' => '-10')
rescue ArgumentError => e
  puts e.message
end

puts books.journal, books.trial_balance
puts books.balance('bank').to_s('F')
begin
  books.balance('cash')
rescue KeyError => e
  puts e.message
end
p books.balance('vat').negative?, books.balance('vat')
