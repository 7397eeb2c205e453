import type { CommandWords, OptionWords, Value } from './words.ts';

/** For Windows PowerShell 5.1 and PowerShell 7. What stands before the cursor is read off the syntax tree, so that quoted names hold. */
export function powershell([program, ...commands]: [CommandWords, ...CommandWords[]]): string {
  return `# Tab completion of d2a in PowerShell. Made by: d2a completion powershell
Register-ArgumentCompleter -Native -CommandName d2a -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $options = @{
    '' = @{ ${program.options.flatMap(entries).join('; ')} }
${commands.map(({ name, options }) => `    ${quote(name)} = @{ ${options.flatMap(entries).join('; ')} }`).join('\n')}
  }
  $arguments = @{
    '' = @(@{ words = ${list(commands.map(({ name }) => name))} })
${commands.map(({ name, arguments: values }) => `    ${quote(name)} = @(${values.map(hashOf).join(', ')})`).join('\n')}
  }
  $more = ${list(commands.filter(({ more }) => more).map(({ name }) => name))}
  $texts = @{
${commands.map(({ name, text }) => `    ${quote(name)} = ${quote(text)}`).join('\n')}
  }

  $before = @($commandAst.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text.Trim('"', "'") })
  $command = ''
  $place = 0
  $value = $null
  foreach ($word in $before) {
    if ($value -and $value.takes -eq 'a value') { $value = $null; continue }
    $value = $null
    if ($word.StartsWith('-')) {
      if ($options.ContainsKey($command)) { $value = $options[$command][$word] }
    } elseif ($command -eq '') { $command = $word } else { $place++ }
  }
  if (-not $options.ContainsKey($command)) { return }

  $offered = @()
  if ($value -and $value.takes -ne 'nothing') { $offered += $value }
  if (-not $value -or $value.takes -ne 'a value') {
    $places = $arguments[$command]
    if ($more -contains $command -and $place -ge $places.Count) { $place = $places.Count - 1 }
    if ($place -lt $places.Count) { $offered += $places[$place] }
    if ($wordToComplete.StartsWith('-')) { $offered = @(@{ words = @($options[$command].Keys | Sort-Object) }) }
  }

  $typed = $wordToComplete.Trim('"', "'")
  foreach ($one in $offered) {
    foreach ($word in @($one.words | Where-Object { $_ -and $_.StartsWith($typed) })) {
      $text = if ($texts.ContainsKey($word) -and $command -eq '') { $texts[$word] } elseif ($options[$command].ContainsKey($word)) { $options[$command][$word].text } else { $word }
      [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $text)
    }
    if ($one.files -or $one.folders) {
      $folder = $typed -replace '[^\\\\/]*$', ''
      Get-ChildItem -Path "$typed*" -ErrorAction SilentlyContinue |
        Where-Object { $_.PSIsContainer -or $one.files -contains $_.Extension.TrimStart('.') } |
        ForEach-Object {
          $name = $folder + $_.Name
          $text = if ($name -match '\\s') { '"' + $name + '"' } else { $name }
          [System.Management.Automation.CompletionResult]::new($text, $_.Name, 'ProviderItem', $name)
        }
    }
  }
}`;
}

function entries({ flags, text, takes, value }: OptionWords): string[] {
  return flags.map((flag) => `${quote(flag)} = @{ takes = ${quote(takes)}; text = ${quote(text)}${fields(value)} }`);
}

const hashOf = (value: Value): string => `@{${fields(value).replace(/^;/, '')} }`;

function fields(value: Value): string {
  if (value === null) return '';
  if ('words' in value) return `; words = ${list(value.words)}`;
  return 'files' in value ? `; files = ${list(value.files)}` : '; folders = $true';
}

const list = (words: readonly string[]): string => `@(${words.map(quote).join(', ')})`;
const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
