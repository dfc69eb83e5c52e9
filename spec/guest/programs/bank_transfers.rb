# Accounts, guard clauses, custom errors, transactions with rollback.
class Account
  class Error < StandardError; end
  class Insufficient < Error
    def initialize(need, have) = super("need #{need}, have #{have}")
  end
  class Frozen < Error
    def message = "account is frozen"
  end

  attr_reader :owner, :balance, :history

  def initialize(owner, balance = 0)
    @owner, @balance, @history, @locked = owner, balance, [], false
  end

  def deposit(amount)
    raise ArgumentError, "amount must be positive" unless amount.positive?

    change(amount, "deposit")
  end

  def withdraw(amount)
    raise Frozen if @locked
    raise Insufficient.new(amount, balance) if amount > balance

    change(-amount, "withdraw")
  end

  def lock! = tap { @locked = true }
  def unlock! = tap { @locked = false }
  def snapshot = [@balance, @history.dup]
  def restore((balance, history)) = (@balance, @history = balance, history)
  def inspect = "#<#{owner}: #{balance}>"

  private

  def change(amount, note)
    @balance += amount
    @history << "#{note} #{amount.abs}"
    self
  end
end

def transaction(*accounts)
  saved = accounts.map(&:snapshot)
  yield(*accounts)
  :committed
rescue Account::Error => e
  accounts.zip(saved) { |a, s| a.restore(s) }
  "rolled back: #{e.message}"
end

a = Account.new("Ann", 100)
b = Account.new("Bob")
puts transaction(a, b) { |x, y| x.withdraw(30); y.deposit(30) }
p a, b
puts transaction(a, b) { |x, y| y.deposit(500); x.withdraw(500) }
p a, b, a.history, b.history
a.lock!
puts transaction(a, b) { |x, _| x.withdraw(1) }
a.unlock!.withdraw(5).deposit(1)
p a
[-> { a.deposit(-1) }, -> { a.change(1, "x") }, -> { a.balance = 4 }].each do |bad|
  bad.call
rescue ArgumentError, NoMethodError => e
  puts e.class
end
puts [a, b].sum(&:balance), [b, a].sort_by(&:balance).map(&:owner).join("<")
