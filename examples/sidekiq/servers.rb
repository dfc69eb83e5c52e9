# frozen_string_literal: true

require "rbconfig"
require "socket"
require "tmpdir"

# A Redis of its own on a free port of the loopback, and Sidekiq processes, for the time of a block.
class Servers
  FOLDER = __dir__
  LIB = File.expand_path("../../lib", __dir__)
  # Seconds for one thing.
  PATIENCE = 600

  # @return [Integer] processes that were killed
  attr_reader :killed

  # @yieldparam [Servers]
  def self.run
    Dir.mktmpdir do |folder|
      servers = new(folder)
      yield servers
    ensure
      servers&.stop
    end
  end

  def initialize(folder)
    @folder = folder
    @killed = 0
    @pids = {}
    @starts = Hash.new(0)
    port = Addrinfo.tcp("127.0.0.1", 0).bind { |socket| socket.local_address.ip_port }
    ENV["REDIS_URL"] = "redis://127.0.0.1:#{port}/0"
    @redis = spawn("redis-server", "--bind", "127.0.0.1", "--port", port.to_s, "--dir", folder, "--save", "",
                   "--appendonly", "no", %i[out err] => "#{folder}/redis.log")
    wait_for("Redis") { answers?(port) }
  end

  # Starts a Sidekiq process, whose jobs another one of this name takes on.
  #
  # @param name [String]
  def start(name)
    @starts[name] += 1
    @pids[name] = spawn({ "RUBYLIB" => LIB, "PROCESS" => name }, RbConfig.ruby, "-S", "sidekiq",
                        "-r", "#{FOLDER}/script_job.rb", "-q", "scripts", "-c", "5", "-t", "1", "-e", "production",
                        %i[out err] => ["#{@folder}/#{name}.log", "a"])
  end

  # Kills a process in whatever it does.
  def kill(name)
    end_process(:KILL, @pids.delete(name))
    @killed += 1
  end

  # Kills processes one after the other, and starts each again.
  #
  # @param names [Array<String>] of processes that were started
  # @param times [Integer] how many are killed
  # @yield when the next one takes jobs: gives it some, and returns in their midst
  def kill_in_turn(names, times)
    names.cycle.first(times).each do |name|
      wait_for("the start of #{name}") { begun?(name) }
      yield
      kill(name)
      start(name)
    end
  end

  # Tells a process to end, as a deploy does: it gives back to the queue what takes longer than a second.
  def terminate(name) = end_process(:TERM, @pids.delete(name))

  # @return [String] what Sidekiq logged
  def log = Dir["#{@folder}/worker*.log"].map { |path| File.read(path) }.join

  # Ends all.
  def stop
    @pids.each_value { |pid| end_process(:KILL, pid) }
    @pids.clear
    end_process(:TERM, @redis) if @redis
    @redis = nil
  end

  # Until the block is true.
  def wait_for(what, patience: PATIENCE)
    deadline = now + patience
    until yield
      raise "waited #{patience} s for #{what} in vain; Sidekiq says:\n#{log}" if now > deadline

      sleep(0.02)
    end
  end

  private

  def begun?(name)
    path = "#{@folder}/#{name}.log"
    File.exist?(path) && File.read(path).scan("Booting Sidekiq").size >= @starts[name]
  end

  def answers?(port)
    TCPSocket.open("127.0.0.1", port, &:close)
    true
  rescue SystemCallError
    false
  end

  def end_process(signal, pid)
    Process.kill(signal, pid)
    Process.wait(pid)
  end

  def now = Process.clock_gettime(Process::CLOCK_MONOTONIC)
end
