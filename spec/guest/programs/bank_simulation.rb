class InsufficientFunds < StandardError
  attr_reader :needed

  def initialize(needed)
    @needed = needed
    super("short by #{format('%.2f', needed / 100.0)}")
  end
end

class Account
  attr_reader :owner, :balance, :history

  @@opened = 0

  class << self
    def opened = @@opened
    def open(owner, deposit: 0)
      account = new(owner)
      account.deposit(deposit) if deposit.positive?
      @@opened += 1
      yield account if block_given?
      account
    end

    private :new
  end

  def initialize(owner)
    @owner = owner
    @balance = 0
    @history = []
  end

  def deposit(cents)
    raise ArgumentError, "deposit must be positive, got #{cents}" unless cents.positive?

    record(:deposit, cents)
  end

  def withdraw(cents)
    raise InsufficientFunds, cents - balance if cents > balance

    record(:withdraw, -cents)
  end

  def transfer(cents, to:)
    snapshot = [balance, to.balance]
    withdraw(cents)
    to.deposit(cents)
    self
  rescue InsufficientFunds => e
    puts "  transfer refused: #{e.message}"
    raise unless snapshot == [balance, to.balance]
  end

  def statement
    running = 0
    puts "#{owner}".center(34, "-")
    history.each_with_index do |(kind, cents), i|
      running += cents
      puts format("%2d %-10s %9.2f %9.2f", i + 1, kind, cents / 100.0, running / 100.0)
    end
  end

  protected

  def record(kind, cents)
    @balance += cents
    @history << [kind, cents]
    self
  end
end

class Savings < Account
  RATE = 0.05

  def add_interest(years = 1)
    interest = (balance * ((1 + RATE)**years - 1)).round
    record(:interest, interest)
  end

  def withdraw(cents)
    super(cents + 50)
  end
end

ann = Account.open("Ann", deposit: 100_00)
bob = Savings.open("Bob", deposit: 50_00) { |account| account.deposit(25_00) }
ann.withdraw(30_50).deposit(5)
ann.transfer(20_00, to: bob)
ann.transfer(999_00, to: bob)
bob.add_interest(2).withdraw(10_00)
[ann, bob].each(&:statement)

begin
  bob.withdraw(1_000_00)
rescue InsufficientFunds => e
  puts "#{e.class}: #{e.message}, needed #{e.needed}"
end
begin
  ann.deposit(-5)
rescue ArgumentError => e
  puts e.message
end
[-> { Account.new("Eve") }, -> { ann.record(:theft, 1) }].each do |attack|
  attack.call
rescue NoMethodError => e
  puts "refused: #{e.name}"
end
puts Account.opened, [ann, bob].sum(&:balance), ann.history.map(&:first).tally.map { |k, n| "#{k}:#{n}" }.join(" ")
