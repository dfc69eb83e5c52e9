# frozen_string_literal: true

require_relative "pending_call"
require_relative "journal/objects"
require_relative "journal/origin"
require_relative "journal/recorder"
require_relative "journal/store"

module Kobako
  # What a run was told from outside: each call of a service with its answer, what blocks were given and gave, the clock
  # and the seed. The same run with a journal that holds answers asks nobody again: it comes to where it was, and goes
  # on from there. So a run can wait for days, go on in another process, and survive the end of one.
  #
  # A journal holds what services answered, and is trusted as the place is where it is kept: encrypt it with a key
  # ({#initialize}) where others can read or write it.
  #
  # @example
  #   journal = Kobako::Journal.new
  #   run = sandbox.execute(code, journal:)
  #   run.suspended?          # => true, if a service called Kobako.suspend("needs approval")
  #   bytes = journal.dump
  #   # later, in another process
  #   run = sandbox.execute(code, journal: Kobako::Journal.load(bytes), answer: true)
  class Journal
    autoload :Playback, "kobako/journal/playback"
    private_constant :Playback

    # Bytes of all entries, by default.
    DEFAULT_LIMIT = Codec::MAX_BYTES

    # @api private
    # @return [Store]
    attr_reader :store

    class << self
      # Reads a journal.
      #
      # @example A journal in a list of Redis, which may be empty
      #   Kobako::Journal.load(redis.lrange("journal:7", 0, -1).join, append_to: list)
      # @param bytes [String] that {#dump} gave, or {#append_to} wrote; of the latter an incomplete last entry is left
      #   out
      # @param append_to [#write, nil] what has these bytes of {#append_to}, none at first, and is to have each further
      #   entry
      # @param options [Hash] as of {#initialize}
      # @return [Journal]
      # @raise [JournalError] when they are no journal, truncated, mixed up, of another version, or over the limit; with
      #   append_to also for a dump, and when the last entry is incomplete
      def load(bytes, append_to: nil, **options)
        new(**options).tap do |journal|
          append_to ? journal.store.go_on_after(bytes, append_to) : journal.store.read(bytes)
        end
      end

      # Opens a journal in a file, which is made if it is not there, and has each further entry appended to it, until
      # {#close}. What the end of a process left incomplete is cut off. One process at a time may do so.
      #
      # @param path [String, #to_path]
      # @param options [Hash] as of {#initialize}
      # @return [Journal]
      # @raise [JournalError] as {load}
      # @raise [SystemCallError] when the file cannot be opened
      def open(path, **options)
        journal = new(**options)
        journal.store.go_on(File.open(path, File::RDWR | File::CREAT | File::BINARY, 0o600))
        journal
      end
    end

    # @param limit [Integer] bytes of all entries, 16 MiB by default
    # @param encrypt [#call, nil] makes bytes of the bytes of each entry, such as `box.method(:encrypt)`
    # @param decrypt [#call, nil] the reverse
    # @param identify [#call, nil] gives a key for an object of which the script gets a handle, or nil: text, numbers
    #   or other plain data. Without it, the GlobalID of an object that has one
    # @param locate [#call, nil] gives the object of a key
    # @raise [ArgumentError] for another limit, or hooks that cannot be called
    def initialize(limit: DEFAULT_LIMIT, encrypt: nil, decrypt: nil, identify: nil, locate: nil)
      unless limit.is_a?(Integer) && limit.positive?
        raise ArgumentError, "limit is #{limit.inspect}, expected an Integer of bytes above 0"
      end

      check_hooks({ encrypt:, decrypt:, identify:, locate: })
      @store = Store.new(limit, encrypt, decrypt)
      @log = @store.log
      @objects = Objects.new(identify, locate)
      @lock = Mutex.new
    end

    # @return [String] bytes, for {load}
    def dump = @store.dump

    # Writes all that the journal has, and from now on each entry as it comes: a call before it is made, and its answer
    # before the script gets it.
    #
    # @param io [#write] to which a whole journal is written; its `flush` is called after each entry if it has one
    # @return [self]
    def append_to(io)
      @store.append_to(io)
      self
    end

    # Closes the file that {open} opened; what comes after is not written there.
    def close = @store.close

    # @return [Boolean] whether nothing was recorded
    def empty? = @log.size.zero?

    # @return [Integer] calls that were recorded
    def size = @log.each_of(Entry::CALL).count

    # @return [Integer] bytes of all entries
    def bytesize = @log.bytesize

    # @return [PendingCall, nil] for which the run waits
    def waiting
      number = @log.waiting
      pending(number, Codec::Decoder.decode(@log.each_of(Entry::WAIT).to_a.last)) if number
    end

    # @return [Array<PendingCall>] that were under way when the run ended, the outermost first: nobody knows whether
    #   they were made
    def unknown = @log.unanswered.reject { |number| @log.wait?(number) }.map { |number| pending(number) }

    # @return [String]
    def inspect = "#<#{self.class} #{size} calls, #{bytesize} bytes#{", waiting" if waiting}>"

    # @api private
    # @param origin [Origin] of the run that begins
    # @return [Origin] that counts for it
    # @raise [JournalError] when the journal is of another run
    def begin(origin)
      if empty?
        @store.add(Entry::ORIGIN, origin.write)
        return origin
      end

      recorded = Origin.read(@log[0].last)
      recorded.check(origin)
      recorded
    end

    # @api private
    # @return [Array<Integer>] what the host's clock showed
    def readings = @log.each_of(Entry::CLOCK).flat_map { |bytes| bytes.unpack("q>*") }

    # @api private
    # @param before [Integer, nil] number of the call, from 1, before which it stops
    # @return [Playback] of it as it is
    # @raise [JournalError] when it carries no program
    def playback(before: nil) = Playback.new(self, before:)

    # @api private
    # @param resumption [Resumption]
    # @param host_clock [Boolean] whether the run reads the host's clock
    # @return [Replay]
    def replay(resumption, host_clock)
      Replay.new(Cursor.new(@log, @store.method(:add), host_clock), @objects, resumption)
    end

    # Keeps others out while a run uses it.
    #
    # @api private
    # @raise [Kobako::Error] when a run does already
    def use
      raise Kobako::Error, "the journal is in use by another run (give each run its own)" unless @lock.try_lock

      begin
        yield
      ensure
        @lock.unlock
      end
    end

    private

    def pending(number, reason = nil) = PendingCall.new(Request.new(@log[number].last, References.new(@log)), reason)

    def check_hooks(hooks)
      hooks.each do |name, hook|
        next if hook.nil? || hook.respond_to?(:call)

        raise ArgumentError, "#{name} is a #{hook.class}, expected something that answers call (a lambda)"
      end
    end
  end
end
