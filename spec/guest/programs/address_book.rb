# Contacts: parsing, searching, merging, grouping by initial, exporting.
RAW = <<~DATA
  name: Ann Lee; phone: 555-1234; tags: friend, work
  name: bob stone; email: bob@x.org
  name: Ann Lee; email: ann@x.org; tags: work, chess
  name: Carl; phone:
DATA
Contact = Struct.new(:name, :phone, :email, :tags, keyword_init: true) do
  def self.parse(line)
    fields = line.split(";").to_h { |f| f.split(":", 2).map(&:strip) }.transform_keys(&:to_sym)
    new(**fields.reject { |_, v| v.empty? }, tags: fields.fetch(:tags, "").split(",").map(&:strip))
  end

  def merge(other) = self.class.new(name: name, phone: phone || other.phone, email: email || other.email, tags: tags | other.tags)
  def initial = name[0].upcase
  def to_vcard = ["BEGIN:VCARD", "FN:#{name.split.map(&:capitalize).join(" ")}", (phone && "TEL:#{phone}"), (email && "EMAIL:#{email}"), "END:VCARD"].compact
end
contacts = RAW.each_line(chomp: true).map { |l| Contact.parse(l) }
book = contacts.group_by { |c| c.name.downcase }.map { |_, same| same.reduce(:merge) }
puts book.size, book.first.tags.inspect, book.map(&:initial).join, book.select { |c| c.tags.include?("work") }.map(&:name).inspect
puts book.flat_map(&:to_vcard)
book.group_by(&:initial).sort.each { |letter, list| puts "#{letter}: #{list.map(&:name).join(", ")}" }
search = ->(term) { book.select { |c| c.to_h.values.flatten.compact.any? { |v| v.downcase.include?(term) } }.map(&:name) }
puts search["x.org"].inspect, search["chess"].inspect, search["zzz"].inspect, book.sum { |c| c.tags.size }, book.count(&:phone), book.partition(&:email).map(&:size).inspect
puts book.sort_by { |c| [-c.tags.size, c.name] }.map { |c| "#{c.name.ljust(10, ".")}#{c.tags.size}" }, book.find { |c| c.phone.nil? }&.name, book.map { |c| c.email&.split("@")&.last }.inspect
