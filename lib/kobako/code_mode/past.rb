# frozen_string_literal: true

require_relative "objects"
require_relative "record"

module Kobako
  class CodeMode
    # What a session has behind it: the journal of the code that has ended, and the code that waits.
    #
    # @api private
    class Past
      # Code that waits: its journal, whether for an approval, the code itself, and calls of tools that it made.
      Pending = Struct.new(:journal, :asked, :code, :calls)

      # @return [Integer] pieces of code that were run
      attr_accessor :turns
      # @return [Array(Integer, Integer)] bytes of standard output and error that kept code printed
      attr_reader :printed
      # @return [Pending, nil]
      attr_accessor :pending

      # @param finders [Array(#call, #call)] identify and locate
      # @param limit [Integer] bytes of a journal
      def initialize(finders, limit)
        @objects = Objects.new(*finders)
        @limit = limit
        clear
      end

      # Forgets all.
      def clear
        @turns = @entries = 0
        @printed = [0, 0]
        @journal = @pending = nil
        @objects.clear
      end

      # @param bytes [String]
      # @return [self]
      # @raise [JournalError] when they are no session
      def restore(bytes)
        record = Record.read(bytes, method(:empty))
        @turns = record.turns
        @entries = record.entries
        @printed = record.printed
        @journal = record.journal
        @pending = Pending.new(record.journal, *record.waiting) if record.waiting
        self
      end

      # @return [String] bytes
      def dump
        source = latest
        journal = copy(source, source.store.log.size, @objects.method(:forget)) if source
        Record.new(@turns, @entries, @printed, @pending&.to_a&.drop(1), journal).write
      end

      # @return [PendingCall, nil]
      def waiting = @pending&.journal&.waiting

      # @return [Integer] bytes
      def bytesize = latest&.bytesize || 0

      # @return [Journal] for code that comes next
      def journal = @journal ? copy(@journal, @entries) : empty

      # @return [Journal] for code that goes on with an answer
      def waiting_journal = copy(@pending.journal, @pending.journal.store.log.size)

      # @return [Array(Journal, String)] for code that comes to the call once more for which it waits, and the bytes of
      #   that request
      def asking_journal
        log = @pending.journal.store.log
        [copy(@pending.journal, log.waiting), log[log.waiting].last]
      end

      # Keeps what code did that has ended.
      #
      # @param journal [Journal]
      # @param entries [Integer] of it that count
      # @param execution [Execution]
      def keep(journal, entries, execution)
        @journal = journal
        @entries = entries
        @printed = [execution.stdout.bytesize, execution.stderr.bytesize]
      end

      private

      def latest = @pending&.journal || @journal

      def empty
        Journal.new(limit: @limit, identify: @objects.method(:identify), locate: @objects.method(:locate))
      end

      def copy(source, count, change = nil)
        copy = empty
        copy.store.take(source.store.log, count) { |kind, bytes| change ? change.call(kind, bytes) : bytes }
        copy
      end
    end
  end
end
