require 'monitor'

class Account
  include MonitorMixin
  Overdrawn = Class.new(StandardError)

  attr_reader :balance, :history

  def initialize(balance)
    super()
    @balance = balance
    @history = []
  end

  def deposit(sum)
    synchronize do
      @history << [:in, sum]
      @balance += sum
    end
  end

  def withdraw(sum)
    mon_synchronize do
      raise Overdrawn, "#{sum} exceeds #{balance}" if sum > balance

      @history << [:out, sum]
      @balance -= sum
    end
  end

  def transfer(other, sum)
    synchronize do
      other.synchronize do
        withdraw(sum)
        other.deposit(sum)
        mon_owned?
      end
    end
  end
end

a = Account.new(100)
b = Account.new(5)
p a.transfer(b, 60), a.balance, b.balance
begin
  a.transfer(b, 60)
rescue Account::Overdrawn => e
  puts e.message
end
p a.mon_locked?, a.mon_owned?, a.history, b.history

lock = Monitor.new
p lock.enter, lock.mon_owned?, lock.try_enter, lock.mon_locked?, lock.exit, lock.exit, lock.mon_locked?
p lock.synchronize { lock.synchronize { :nested } }
begin
  lock.exit
rescue ThreadError => e
  puts "#{e.class}: #{e.message}"
end
cond = lock.new_cond
begin
  cond.signal
rescue ThreadError => e
  puts e.message
end
p lock.synchronize { cond.signal.class == cond.class }, cond.class

list = [].extend(MonitorMixin)
list.synchronize { list << 1 << 2 }
p list, list.mon_try_enter, list.mon_exit, list.is_a?(MonitorMixin), Account.include?(MonitorMixin)
value = lock.synchronize do
  next :early if list.size == 2
  :late
end
p value, lock.mon_locked?
