# frozen_string_literal: true

require "rbconfig"
require "socket"

# A Puma of its own on a free port of the loopback, for the time of a block.
class Server
  FOLDER = __dir__
  LIB = File.expand_path("../../lib", __dir__)
  PATIENCE = 600

  # @return [Integer]
  attr_reader :port, :pid

  # @param environment [Hash{String => String}] of the server
  # @yieldparam [Server]
  def self.run(environment = {})
    server = new(environment)
    yield server
  ensure
    server&.stop
  end

  def initialize(environment)
    @port = Addrinfo.tcp("127.0.0.1", 0).bind { |socket| socket.local_address.ip_port }
    @log, writer = IO.pipe
    command = [RbConfig.ruby, "-S", "puma", "-C", "#{FOLDER}/puma.rb", "#{FOLDER}/config.ru"]
    @pid = spawn({ "PORT" => @port.to_s, "RUBYLIB" => LIB, **environment }, *command, %i[out err] => writer)
    writer.close
    @lines = +""
    @reader = Thread.new { @log.each_line { |line| @lines << line } }
    wait_for("its workers") { booted == 4 }
  end

  # @return [Integer] workers that told of their start, since the first
  def booted = @lines.scan(/ - Worker \d+ \(PID: \d+\) booted/).size

  # @return [String] what it logged
  def log = @lines.dup

  # @param name [Symbol, String] of a signal
  def signal(name) = Process.kill(name, @pid)

  # @return [Array<Integer>] process ids
  def workers = File.read("/proc/#{@pid}/task/#{@pid}/children").split.map(&:to_i)

  # @return [Array<Float>] MiB of its own that each worker has in memory: how much of a file is mapped is the kernel's
  def resident = workers.map { |pid| File.read("/proc/#{pid}/status")[/^RssAnon:\s+(\d+) kB/, 1].to_i / 1024.0 }

  # @return [Integer] threads of its workers that compute or wait for a processor
  def computing
    workers.sum do |pid|
      Dir["/proc/#{pid}/task/*/stat"].count { |path| File.read(path)[/\) (\S)/, 1] == "R" }
    rescue SystemCallError # a thread that ended meanwhile
      0
    end
  end

  # Waits for the end that it was told, or tells it now.
  #
  # @return [Process::Status]
  def stop
    return @status if @status

    Process.kill(:TERM, @pid)
    wait_for("its end") { @status = Process.wait2(@pid, Process::WNOHANG)&.last }
    @reader.join
    @status
  end

  # Until the block is true.
  def wait_for(what)
    deadline = now + PATIENCE
    until yield
      abort "waited #{PATIENCE} s for #{what} in vain; the server says:\n#{@lines}" if now > deadline
      sleep 0.02
    end
  end

  private

  def now = Process.clock_gettime(Process::CLOCK_MONOTONIC)
end
