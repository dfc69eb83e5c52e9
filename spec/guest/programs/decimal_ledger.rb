# Needs Ruby 3.3: groups of digits
# A ledger with double entries that must balance.
require "bigdecimal"

class Ledger
  class Unbalanced < StandardError; end

  Entry = Struct.new(:account, :debit, :credit)

  def initialize
    @entries = []
    @balances = Hash.new(BigDecimal("0"))
  end

  def post(text, lines)
    amounts = lines.transform_values { |amount| BigDecimal(amount) }
    difference = amounts.values.sum
    raise Unbalanced, "#{text}: off by #{difference.to_s("+F")}" unless difference.zero?

    amounts.each do |account, amount|
      @entries << Entry.new(account, *(amount.positive? ? [amount, nil] : [nil, -amount]))
      @balances[account] += amount
    end
    self
  end

  def balance(account) = @balances[account]

  def report
    @balances.sort.each do |account, amount|
      puts format("%-10s %14s %s", account, amount.abs.to_s("3F"), amount.negative? ? "Cr" : "Dr")
    end
  end

  def totals = [@entries.filter_map(&:debit).sum, @entries.filter_map(&:credit).sum]
end

ledger = Ledger.new
ledger.post("opening", { "cash" => "15000.00", "capital" => "-15000.00" })
      .post("rent", { "rent" => "1234.56", "cash" => "-1234.56" })
      .post("sale", { "cash" => "2380", "sales" => "-2000.00", "vat" => "-380" })
      .post("fees", { "fees" => "0.035", "cash" => "-0.035" })
begin
  ledger.post("typo", { "cash" => "100.01", "sales" => "-100.10" })
rescue Ledger::Unbalanced => e
  puts e.message
end
begin
  ledger.post("text", { "cash" => "12,50", "sales" => "-12.50" })
rescue ArgumentError => e
  puts e.message
end

ledger.report
debit, credit = ledger.totals
puts debit.to_s("F"), credit == debit
p ledger.balance("cash"), ledger.balance("nobody"), ledger.balance("cash").precision, ledger.balance("cash").scale

counts = { BigDecimal("1.0") => :one, BigDecimal("2.50") => :two }
p counts[BigDecimal("1.00")], counts[BigDecimal("2.5")], counts.key?(BigDecimal("3"))
p [BigDecimal("1.10"), BigDecimal("1.1"), BigDecimal("1.100")].uniq.size
