require "digest"

# Checksums of files, written down and looked at again later.
class Manifest
  Entry = Struct.new(:path, :size, :sha256, :md5)
  Report = Struct.new(:added, :removed, :changed, :moved, :kept)

  def self.of(files)
    new(files.map { |path, text| Entry.new(path, text.bytesize, Digest::SHA256.hexdigest(text), Digest::MD5.hexdigest(text)) })
  end

  def self.parse(text)
    new(text.lines(chomp: true).reject { |line| line.start_with?("#") }.map do |line|
      sha256, md5, size, path = line.split("  ", 4)
      Entry.new(path, Integer(size, 10), sha256, md5)
    end)
  end

  attr_reader :entries

  def initialize(entries)
    @entries = entries.sort_by(&:path)
  end

  def to_s = "# #{entries.size} files\n" + entries.map { |e| [e.sha256, e.md5, e.size, e.path].join("  ") + "\n" }.join

  # One digest for all of it.
  def fingerprint
    digest = Digest::SHA1.new
    entries.each { |entry| digest << entry.path << "\0" << entry.sha256 << "\n" }
    digest.hexdigest
  end

  def compare(other)
    before, after = [self, other].map { |manifest| manifest.entries.to_h { |entry| [entry.path, entry.sha256] } }
    added, removed = after.keys - before.keys, before.keys - after.keys
    moved = removed.filter_map { |path| (to = added.find { |name| after[name] == before[path] }) && [path, to] }.to_h
    both = before.keys & after.keys
    Report.new(added - moved.values, removed - moved.keys, both.reject { |path| before[path] == after[path] }, moved,
               both.select { |path| before[path] == after[path] })
  end
end

files = { "README.md" => "# Tea\n", "lib/tea.rb" => "class Tea\nend\n", "data/größe.txt" => "größe: 12\n", "empty" => "",
          "logo.bin" => "\x00\xff\x10binary".b }
manifest = Manifest.of(files)
puts manifest
puts manifest.fingerprint
p Manifest.parse(manifest.to_s).fingerprint == manifest.fingerprint

later = files.merge("README.md" => "# Tea and cake\n", "lib/cake.rb" => "class Cake; end\n")
later["lib/drinks/tea.rb"] = later.delete("lib/tea.rb")
later.delete("empty")
report = manifest.compare(Manifest.of(later))
report.each_pair { |name, paths| puts "#{name}: #{paths.inspect}" }

# Duplicates by content.
copies = { "a" => "same", "b" => "other", "c" => "same", "d" => "same".b }
p copies.group_by { |_, text| Digest::SHA256.digest(text) }.values.map { |group| group.map(&:first) }.select { |g| g.size > 1 }

# Parts that come one by one give the digest of the whole.
whole = Digest::SHA512.hexdigest("0123456789" * 1000)
parts = Digest::SHA512.new
("0123456789" * 1000).each_char.each_slice(137) { |slice| parts.update(slice.join) }
puts parts.hexdigest == whole, parts.hexdigest[0, 16], parts.length, parts.block_length
puts %w[MD5 SHA1 RMD160 SHA256 SHA384 SHA512].map { |name| "#{name}: #{Digest.const_get(name).hexdigest("tea")[0, 12]}" }
