# Without the require of yaml
LOCALES = {
  'en' => YAML.load(<<~YAML),
    menu:
      file: File
      open: "Open %{name}"
    days:
      one: "%{count} day"
      other: "%{count} days"
  YAML
  'de' => YAML.load(<<~YAML),
    menu:
      file: Datei
      open: "%{nam} öffnen"
    days:
      one: "%{count} Tag"
  YAML
  'is' => YAML.load("menu: {file: Skrá, open: 'Opna %{name}', extra: Meira}\ndays: {one: '%{count} dagur', other: '%{count} dagar'}\n")
}.freeze

def flatten(tree, prefix = nil)
  tree.flat_map do |key, value|
    path = [prefix, key].compact.join('.')
    value.is_a?(Hash) ? flatten(value, path).to_a : [[path, value]]
  end.to_h
end

reference = flatten(LOCALES['en'])
p reference

(LOCALES.keys - ['en']).each do |code|
  other = flatten(LOCALES[code])
  (reference.keys - other.keys).each { |k| puts "#{code}: missing #{k}" }
  (other.keys - reference.keys).each { |k| puts "#{code}: unused #{k}" }
  (reference.keys & other.keys).each do |k|
    want, have = [reference, other].map { |h| h[k].scan(/%\{(\w+)\}/).flatten }
    puts "#{code}: #{k} uses #{have}, expected #{want}" unless want == have
  end
end

def t(code, key, **values)
  text = LOCALES.fetch(code).dig(*key.split('.')) || "[#{key}]"
  text = text[values[:count] == 1 ? 'one' : 'other'] || text.values.last if text.is_a?(Hash)
  format(text, **values)
rescue KeyError => e
  "{#{e.message}}"
end

puts t('en', 'days', count: 1), t('de', 'days', count: 3), t('is', 'days', count: 2)
puts t('de', 'menu.open', name: 'x'), t('en', 'menu.close'), t('fr', 'menu')
puts({ 'is' => LOCALES['is'] }.to_yaml)
