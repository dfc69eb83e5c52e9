require 'delegate'

class CallRecorder < Delegator
  attr_reader :calls

  def initialize(target)
    @calls = []
    super
  end

  def __getobj__ = @target
  def __setobj__(target) = @target = target

  def method_missing(name, *args, **opts, &block)
    result = super
    @calls << [name, args, result.class]
    result
  rescue StandardError => e
    @calls << [name, args, e.class]
    ::Kernel.raise e
  end
end

class Account
  Insufficient = Class.new(StandardError)
  attr_reader :balance

  def initialize(balance) = @balance = balance

  def withdraw(sum, fee: 0)
    raise Insufficient, "short of #{sum + fee - balance}" if sum + fee > balance

    @balance -= sum + fee
  end

  def each_note(*notes)
    notes.each { |n| yield n, balance / n }
    self
  end

  private

  def secret = 42
end

account = CallRecorder.new(Account.new(100))
account.withdraw(30)
account.withdraw(10, fee: 1)
begin
  account.withdraw(500)
rescue Account::Insufficient => e
  puts e.message
end
account.each_note(50, 20) { |n, count| puts "#{count} x #{n}" }
puts account.balance
account.calls.each { |call| p call }

begin
  account.secret
rescue NoMethodError => e
  puts e.class
end
p account.respond_to?(:withdraw), account.respond_to?(:secret)
p account.public_methods(false).include?(:calls)
p account.method(:withdraw).arity, account.calls.size
account.__setobj__(Account.new(5))
p account.balance
words = CallRecorder.new(%w[b a])
p words.sort.map(&:upcase), words.length, words.calls.map(&:first)
p words == %w[b a], words.to_s, words.inspect
