# GC: of collections nothing is told but that they are on.
module GC
  STATISTICS = {
    count: 0, time: 0, heap_allocated_pages: 0, heap_live_slots: 0, heap_free_slots: 0, total_allocated_objects: 0,
    total_freed_objects: 0, malloc_increase_bytes: 0, minor_gc_count: 0, major_gc_count: 0, old_objects: 0
  }.freeze
  private_constant :STATISTICS

  class << self
    def count = 0
    def stress = false
    def total_time = 0

    def stress=(flag)
      flag
    end

    # All, or that of a name; added to a Hash if one is given.
    def stat(wanted = nil)
      return STATISTICS.dup if wanted.nil?
      return wanted.merge!(STATISTICS) if Hash === wanted
      raise TypeError, "non-hash or symbol given" unless Symbol === wanted

      STATISTICS.fetch(wanted) { raise ArgumentError, "unknown key: #{wanted}" }
    end
  end
end
