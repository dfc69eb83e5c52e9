# frozen_string_literal: true

module Banking
  class Error < StandardError
    def initialize(message = self.class.name.split("::").last.gsub(/(?<!^)([A-Z])/, ' \1').downcase) = super
  end

  class InsufficientFunds < Error
    attr_reader :needed

    def initialize(needed)
      @needed = needed
      super("short of #{Banking.money(needed)}")
    end
  end
  AccountClosed = Class.new(Error)
  DailyLimitExceeded = Class.new(Error)

  def self.money(cents)
    sign = cents.negative? ? "-" : ""
    whole, part = cents.abs.divmod(100)
    "#{sign}$#{whole.digits.each_slice(3).map(&:join).join(',').reverse}.#{part.to_s.rjust(2, '0')}"
  end

  Entry = Struct.new(:number, :kind, :amount, :balance)

  class Account
    attr_reader :owner, :balance

    def initialize(owner, balance: 0)
      @owner = owner
      @balance = balance
      @entries = []
      @closed = false
      yield self if block_given?
    end

    def deposit(amount) = record(:deposit, +amount)

    def withdraw(amount)
      raise InsufficientFunds.new(amount - available) if amount > available

      record(:withdraw, -amount)
    end

    def close!
      raise Error, "balance is #{Banking.money(balance)}" unless balance.zero?

      @closed = true
    end

    def available = balance
    def entries = @entries.each
    def to_s = "#{owner.ljust(6)} #{Banking.money(balance).rjust(14)}"

    private

    def record(kind, amount)
      raise AccountClosed if @closed
      raise ArgumentError, "amount must be an Integer, got #{amount.inspect}" unless amount.is_a?(Integer)

      @balance += amount
      @entries << Entry.new(@entries.size + 1, kind, amount, @balance).freeze
      self
    end
  end

  class Overdraft < Account
    attr_accessor :limit

    def available = super + (limit || 0)
  end

  def self.transfer(from, to, amount)
    from.withdraw(amount)
    to.deposit(amount)
  rescue AccountClosed => e
    from.deposit(amount)
    raise Error, "transfer to #{to.owner} failed: #{e.message}"
  else
    amount
  ensure
    (@log ||= []) << [from.owner, to.owner, amount]
  end

  def self.log = @log
end

include Banking
ann = Account.new("Ann", balance: 1_250_00)
bob = Overdraft.new("Bob") { |account| account.limit = 100_00 }
cyd = Account.new("Cyd").tap(&:close!)
puts ann, bob, cyd
puts Banking.transfer(ann, bob, 300_50)
attempts = {
  "too much" => -> { bob.withdraw(500_00) }, "within limit" => -> { bob.withdraw(400_00).balance }, "closed" => -> { Banking.transfer(ann, cyd, 1) },
  "close open" => -> { ann.close! }, "bad type" => -> { ann.deposit(1.5) }, "direct" => -> { raise DailyLimitExceeded }
}
attempts.each do |name, action|
  puts "#{name}: #{action.call}"
rescue InsufficientFunds => e
  puts "#{name}: #{e.message} (#{e.needed})"
rescue Error, ArgumentError => e
  puts "#{name}: #{e.class}: #{e.message}#{" caused by #{e.cause.class}" if e.cause}"
end
puts ann, bob, cyd
ann.entries.each { |e| puts e.to_a.inspect }
bob.entries.with_index { |e, i| puts "#{i}. #{e.kind} #{Banking.money(e.amount)} -> #{Banking.money(e.balance)}" }
p Banking.log, [0, 5, -123, 1_234_567_89].map { |c| Banking.money(c) }, [ann, bob].sum(&:balance), [ann, bob, cyd].max_by(&:balance).owner
interest = ->(balance, percent, years) { years.times.reduce(balance.to_r) { |b, _| b * (1 + percent.to_r / 100) }.round(2) }
p interest.(1000, "2.5", 3), interest.(1000, "2.5", 3).to_f, interest.curry[500]["1"][2].to_s
begin
  ann.entries.next.amount = 5
rescue FrozenError, NoMethodError => e
  puts e.class
end
